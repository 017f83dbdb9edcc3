// Briefings and a fact register made from a seed: what the benchmark checks. The same seed, the same files. All of it is made up.
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {seeded} from './seeded.mjs'

const WORDS =
  'the convention states parties stockpiles destroyed clearance assistance victims report budget meeting support programme review deadline treaty obligations article area national authority survey land release risk education funding partners region commitment progress remains agreed under with from into of and to a in for on by at'.split(' ')

const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** Writes a workspace of so many briefings, whose figures stand in one register of so many facts. */
export function makePapers(folder, {papers, facts: count, seed = 1}) {
  const random = seeded(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const words = (number) => Array.from({length: number}, () => pick(WORDS)).join(' ')
  const sentence = (inner = '') => {
    const text = `${words(8 + Math.floor(random() * 10))}${inner === '' ? '' : ` ${inner} ${words(5)}`}`
    return `${text[0].toUpperCase()}${text.slice(1)}.`
  }

  const sources = Array.from({length: Math.ceil(count / 5)}, (_, at) => `source-${at}`)
  const facts = Array.from({length: count}, (_, at) => {
    const older = 1000 + Math.floor(random() * 900_000)
    return {id: `fact-${at}`, unit: pick(['people', 'mines', 'hectares']), older, newer: older + 1 + Math.floor(random() * 5000), source: pick(sources)}
  })
  const register = [
    'facts:',
    ...facts.flatMap(({id, unit, older, newer, source}) => [
      `  ${id}:`,
      `    statement: What is counted as ${id}`,
      `    unit: ${unit}`,
      '    max_age: 400d',
      '    values:',
      `      - {value: "${thousands(older)}", as_of: 2025-04-30, source: ${source}}`,
      `      - {value: "${thousands(newer)}", as_of: 2026-09-30, source: "${source}, p. 4"}`,
    ]),
    'sources:',
    ...sources.map((id) => `  ${id}: {type: report, title: "${sentence()}", publisher: An office, date: 2026-09-30, url: "https://example.org/${id}", accessed: 2026-10-01}`),
  ]

  const link = () => {
    const {id, newer, unit} = pick(facts)
    return `[${thousands(newer)} ${unit}](fact:${id})`
  }
  const section = (at) =>
    [
      `## Part ${at}: ${words(4)}`,
      ...Array.from({length: 2}, () => `${sentence()} ${sentence(link())} ${sentence()} See [the report on this part](https://example.org/${at}).`),
      [sentence(link()), sentence(), sentence()].map((item) => `- ${item}`).join('\n'),
    ].join('\n\n')
  const briefing = (at) =>
    [
      `---\nkind: position-paper\ncountry: ${pick(['PL', 'EE', 'FI', 'LT', 'LV', 'DE', 'FR'])}\ntitle: Made paper ${at}\ndate: 2026-11-24\nbudget: none\n---`,
      `> [!POSITION]\n> ${sentence(link())}`,
      ['```key-figures', ...Array.from({length: 3}, () => `- fact: ${pick(facts).id}`), '```'].join('\n'),
      ...Array.from({length: 4}, (_, part) => section(part)),
      `More stands in [another paper](doc:topic-${((at + 1) % papers) % 10}/paper-${(at + 1) % papers}).`,
      ['<!-- table: sum -->', '| Year | Made |', '| ---- | ---: |', ...Array.from({length: 8}, (_, year) => `| ${2017 + year} | ${thousands(Math.floor(random() * 90_000))} |`)].join('\n'),
      `> [!ASK]\n> 1. **All States:** ${sentence()}\n> 2. **All others:** ${sentence(link())}`,
    ].join('\n\n')

  for (let at = 0; at < papers; at++) {
    const file = path.join(folder, 'briefings', `topic-${at % 10}`, `paper-${at}.md`)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, `${briefing(at)}\n`)
  }
  writeFileSync(path.join(folder, 'briefings', 'facts.yml'), `${register.join('\n')}\n`)
}
