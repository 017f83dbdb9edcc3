// The paper that every engine of the benchmark prints: two pages of some 715 words, six tiles, a table and a chart, made from a seed, so that
// each format says the same words. Countries, figures and sentences are made up, and mean nothing.
import {seeded} from './seeded.mjs'

const WHO = ['The authorities', 'The national programme', 'The desk', 'Survey teams', 'The neighbouring districts', 'Partners in the region', 'The committee', 'Hospitals', 'Local councils', 'The ministry']
const DOES = ['reported', 'confirmed', 'recorded', 'reviewed', 'published', 'agreed on', 'set aside', 'measured', 'compared', 'announced']
const WHAT = ['a plan for the remaining land', 'the figures of the last survey', 'a budget for three years', 'the first results', 'a list of open questions', 'new rules for clearance', 'the needs of survivors', 'a date for the next review', 'the cost of each task', 'a register of hazards']
const HOW = ['after a long debate', 'in close contact with those who live there', 'without waiting for the final report', 'as the meeting had asked', 'with support from abroad', 'before the end of the season', 'in all but two districts', 'at a cost that was known', 'within the time that was given', 'on the basis of earlier work']
const THEN = ['and the work goes on', 'which had been expected', 'but much is left to do', 'and nobody has objected', 'so that others can follow', 'although funds are short', 'and the next step is open', 'which few had asked for']
const HEADINGS = ['Where the work stands', 'What was agreed', 'What the figures say', 'Who is affected', 'What is open', 'What comes next']
const LABELS = ['hectares of land released', 'people reached by a programme', 'districts without a survey', 'tasks that were completed', 'teams at work', 'years until the deadline']
const SYLLABLES = ['ba', 'dor', 'el', 'fa', 'gri', 'ka', 'lan', 'mo', 'nes', 'or', 'ri', 'sta', 'ter', 'ul', 'va']

/** The columns of a row: what differs from one paper of a template to the next. */
export const COLUMNS = ['iso', 'name', 'released', 'reached', 'deadline', 'teams']

const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',')
const capital = (word) => `${word[0].toUpperCase()}${word.slice(1)}`

/** So many made-up countries. */
export function makeRows(count, seed = 7) {
  const random = seeded(seed)
  const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]
  return Array.from({length: count}, (_, at) => ({
    iso: String.fromCharCode(65 + (Math.floor(at / 26 / 26) % 26), 65 + (Math.floor(at / 26) % 26), 65 + (at % 26)),
    name: capital(`${syllable()}${syllable()}${syllable()}ia`),
    released: thousands(1000 + Math.floor(random() * 90_000)),
    reached: thousands(1000 + Math.floor(random() * 900_000)),
    deadline: String(2027 + Math.floor(random() * 9)),
    teams: String(2 + Math.floor(random() * 60)),
  }))
}

/**
 * A paper as data. In its words `{name}` stands for a column of a row, and `*` around words for weight. `sections` makes it longer, a page
 * and a half for every five.
 */
export function makePaper({seed = 1, sections = 5} = {}) {
  const random = seeded(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const sentence = () => `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(HOW)}, ${pick(THEN)}.`
  const paragraph = (count, first) => ({form: 'paragraph', text: [...(first ? [first] : []), ...Array.from({length: count}, sentence)].join(' ')})
  const tiles = [
    ['{released}', LABELS[0]],
    ['{reached}', LABELS[1]],
    [String(2 + Math.floor(random() * 20)), LABELS[2]],
    [String(100 + Math.floor(random() * 800)), LABELS[3]],
    ['{teams}', LABELS[4]],
    [String(1 + Math.floor(random() * 9)), LABELS[5]],
  ].map(([value, label]) => ({value, label}))
  const table = {
    form: 'table',
    caption: 'Land released by year',
    head: ['Year', 'Hectares', 'Tasks'],
    rows: [...Array.from({length: 4}, (_, at) => [String(2021 + at), thousands(1000 + Math.floor(random() * 9000)), String(10 + Math.floor(random() * 90))]), ['All years', '{released}', 'not counted']],
  }
  const bars = Array.from({length: 6}, (_, at) => [String(2019 + at), 10 + Math.floor(random() * 50)])
  const chart = {form: 'chart', title: 'People reached in each year', unit: 'thousand people', head: ['Year', 'People'], alt: `From ${bars[0][1]} in 2019 to ${bars[5][1]} in 2024`, bars}
  const list = () => ({form: 'list', items: Array.from({length: 4}, () => `${capital(pick(WHAT))} ${pick(HOW)}.`)})
  const section = (at) => [
    {form: 'heading', text: at < HEADINGS.length ? HEADINGS[at] : `${HEADINGS[at % HEADINGS.length]}, part ${Math.floor(at / HEADINGS.length) + 1}`},
    paragraph(2, at % 2 === 0 ? `*In {name}* the deadline is {deadline}.` : undefined),
    ...(at % 6 === 2 ? [table] : at % 6 === 3 ? [chart] : at % 5 === 1 ? [list()] : []),
    paragraph(at % 3 === 0 ? 5 : 3),
  ]
  return {
    title: '{name} and the work that is left',
    subtitle: 'A paper of the benchmark',
    blocks: [{form: 'tiles', tiles}, ...Array.from({length: sections}, (_, at) => section(at)).flat()],
  }
}

/** The paper of a row: every `{column}` is its value. */
export const withRow = (paper, row) => JSON.parse(JSON.stringify(paper), (_, value) => (typeof value === 'string' ? value.replace(/\{(\w+)\}/g, (_, column) => row[column]) : value))

/** All words that a paper says, in order, without what its engine adds. */
export function wordsOf({title, subtitle, blocks}) {
  const texts = blocks.flatMap((block) => {
    if (block.form === 'tiles') return block.tiles.flatMap(({value, label}) => [value, label])
    if (block.form === 'list') return block.items
    if (block.form === 'table') return [block.caption, ...block.head, ...block.rows.flat()]
    if (block.form === 'chart') return [block.title, block.unit, block.alt, ...block.bars.flat()]
    return [block.text]
  })
  return [title, subtitle, ...texts].join(' ').match(/[\w,]*\w/g)
}
