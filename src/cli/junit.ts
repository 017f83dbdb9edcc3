import {type Diagnostic, inReadingOrder} from '../diagnostic.js'
import type {Report} from './tally.js'

/** One rule in one paper: a test that failed where there is an error, that passed with words of its own where there are warnings. */
interface Case {
  name: string
  found: Diagnostic[]
  /** Findings that a baseline has. */
  known: Diagnostic[]
}

/**
 * The report in the form of JUnit (https://github.com/testmoapp/junitxml), which CI servers show as tests: a suite a paper, a case
 * for each rule that was told of it, one more for the paper itself. It holds no times.
 */
export function junitReport(report: Report, shownPath: (path: string) => string): string {
  const told = new Set<string>()
  const once = (found: readonly Diagnostic[]) => inReadingOrder(found).filter((one) => !told.has(JSON.stringify(one)) && told.add(JSON.stringify(one)))
  const papers = report.papers.map((paper) => {
    const [found, known] = [once(paper.diagnostics), once(paper.known ?? [])]
    const whole: Case = {name: report.printing ? 'printed' : 'checked', found: [], known: []}
    // Of a paper that was told nothing wrong, this is the case that passed.
    const row = paper.row === undefined ? '' : ` (${paper.row})`
    return {name: `${shownPath(paper.briefing)}${row}`, cases: [...(found.some(isError) ? [] : [whole]), ...casesOf(found, known)]}
  })
  const run = {name: 'demarche', cases: casesOf(once(report.diagnostics), once(report.baseline?.known ?? []))}
  const suites = run.cases.length > 0 ? [...papers, run] : papers
  const cases = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="demarche" ${countsOf(cases)}>`,
    ...suites.flatMap((suite) => [
      `  <testsuite ${attribute('name', suite.name)} ${countsOf(suite.cases)}>`,
      ...suite.cases.flatMap((one) => caseLines(one, suite.name, shownPath)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

function casesOf(found: readonly Diagnostic[], known: readonly Diagnostic[]): Case[] {
  const rules = [...new Set([...found, ...known].map(({rule}) => rule))].sort()
  return rules.map((name) => ({name, found: found.filter(({rule}) => rule === name), known: known.filter(({rule}) => rule === name)}))
}

const isError = ({severity}: Diagnostic): boolean => severity === 'error'
const isFault = ({name}: Case): boolean => name === 'press/bug'
const fails = ({found}: Case): boolean => found.some(isError)
const isSkipped = ({found, known}: Case): boolean => found.length === 0 && known.length > 0

function countsOf(cases: readonly Case[]): string {
  const failed = cases.filter(fails)
  const faults = failed.filter(isFault).length
  return `tests="${cases.length}" failures="${failed.length - faults}" errors="${faults}" skipped="${cases.filter(isSkipped).length}"`
}

function caseLines(one: Case, suite: string, shownPath: (path: string) => string): string[] {
  const head = `    <testcase ${attribute('name', one.name)} ${attribute('classname', suite)}`
  const [errors, warnings] = [one.found.filter(isError), one.found.filter((found) => !isError(found))]
  const lines = (found: readonly Diagnostic[]) => content(found.map((each) => sentence(each, shownPath)).join('\n'))
  const [first, ...more] = errors
  const element = isFault(one) ? 'error' : 'failure'
  const summary = first && (more.length > 0 ? `${first.message}, and ${more.length} more` : first.message)
  const inner = [
    ...(isSkipped(one) ? [`      <skipped message="Listed in the baseline"/>`] : []),
    ...(summary === undefined ? [] : [`      <${element} ${attribute('message', summary)} ${attribute('type', one.name)}>${lines(errors)}</${element}>`]),
    ...(warnings.length > 0 ? [`      <system-out>${lines(warnings)}</system-out>`] : []),
  ]
  return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...inner, '    </testcase>']
}

/** A finding in one line, as compilers tell theirs. */
function sentence({severity, rule, message, hint, place: {path, start}}: Diagnostic, shownPath: (path: string) => string): string {
  const where = path === '.' ? '' : `${shownPath(path)}${start ? `:${start.line}:${start.column}` : ''}: `
  return `${where}${severity}[${rule}]: ${message}${hint === undefined ? '' : `. ${hint}`}`
}

/** Characters that XML 1.0 does not have, escaped or not. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const content = (text: string): string => text.replace(NO_XML, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
const attribute = (name: string, value: string): string => `${name}="${content(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`
