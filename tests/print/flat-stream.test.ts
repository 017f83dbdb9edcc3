import {expect, it} from 'vitest'
import {makeFlatStream} from '../../src/print/flat-stream.js'
import {engrave} from '../../src/print/stamp.js'
import {makeStamping, type StampedFile} from '../../src/print/stamping.js'
import {markContent} from '../../src/print/tags/marked-content.js'
import {element, PAGINATION} from '../../src/print/tags/structure.js'

/** What a stream has after some steps; `paint` stands where something is painted. */
function written(...steps: string[]): string[] {
  const out: string[] = []
  const stream = makeFlatStream((data) => out.push(data))
  for (const step of steps) {
    if (step !== 'paint') stream.state(step)
    else {
      stream.settle()
      out.push('paint')
    }
  }
  stream.end()
  return out
}

it('boxes that paint nothing leave nothing', () => {
  expect(written('q', '1 0 0 1 5 5 cm', 'q', 'Q', 'Q')).toEqual([])
})
it('however deep a box stands, the state is saved once, its moves made one', () => {
  const deep = Array.from({length: 40}, () => ['q', '1 0 0 1 1 2 cm']).flat()
  expect(written(...deep, 'paint', ...Array.from({length: 40}, () => 'Q'))).toEqual(['q', '1 0 0 1 40 80 cm', 'paint', 'Q'])
})
it('a move within a scale is scaled, and one outside is not', () => {
  expect(written('1 0 0 1 10 0 cm', '2 0 0 2 0 0 cm', '1 0 0 1 3 4 cm', 'paint')).toEqual(['q', '2 0 0 2 16 8 cm', 'paint', 'Q'])
})
it('what a box set is gone after it', () => {
  expect(written('q', '1 0 0 rg', 'paint', 'Q', 'paint')).toEqual(['q', '1 0 0 rg', 'paint', 'Q', 'q', 'paint', 'Q'])
})
it('what is set later in the same box is added', () => {
  expect(written('1 w', 'paint', '2 w', 'paint')).toEqual(['q', '1 w', 'paint', '2 w', 'paint', 'Q'])
})

/** What a page has of a stamp, with the marks that its own tags give it; `text` and the like tell whose the next things are. */
function marked(...steps: string[]): string[] {
  const p = element({role: 'P'}, 0, undefined)
  const em = element({role: 'Em'}, 0, p)
  let next = 0
  const marks = markContent(() => next++)
  const deeds: Record<string, () => void> = {
    text: () => marks.enter(p, 'text'),
    figure: () => marks.enter(p, 'graphic'),
    head: () => marks.enter(PAGINATION, 'text'),
    leave: marks.leave,
    em: () => marks.aim(em),
    own: marks.aimAtText,
  }
  const names = Object.keys(deeds)
  const engraver = engrave()
  for (const step of steps) {
    if (step in deeds) engraver.happen({type: 'deed', number: names.indexOf(step), matrix: undefined})
    else engraver.take(step)
  }
  let out = ''
  for (const step of engraver.finish().steps) {
    if (typeof step === 'string') out += step
    else if (step.type === 'mark') out += marks.mark(step.sort)
    else if (step.type === 'deed') deeds[names[step.number] ?? '']?.()
  }
  return `${out}${marks.unmark()}`.split('\n').filter((step) => step !== '' && step !== 'q' && step !== 'Q')
}

const shown = ['BT', '[<0001>] TJ', 'ET']

it('what has no owner is an artifact', () => {
  expect(marked('0 0 m', '1 1 l', 'S')).toEqual(['/Artifact <</Type /Layout>> BDC', '0 0 m', '1 1 l', 'S', 'EMC'])
})
it('colours never stand between a path and its painting', () => {
  expect(marked('0 0 m', '1 0 0 rg', 'f')).toEqual(['1 0 0 rg', '/Artifact <</Type /Layout>> BDC', '0 0 m', 'f', 'EMC'])
})
it('a rule under words is no word', () => {
  expect(marked('text', ...shown, '0 0 m', 'S', 'leave')).toEqual(['/P <</MCID 0>> BDC', ...shown, 'EMC', '/Artifact <</Type /Layout>> BDC', '0 0 m', 'S', 'EMC'])
})
it('lines of a figure are the figure', () => {
  expect(marked('figure', '0 0 m', 'S', 'leave')).toEqual(['/P <</MCID 0>> BDC', '0 0 m', 'S', 'EMC'])
})
it('words of a run are the run\'s until the text goes on', () => {
  expect(marked('text', 'own', ...shown, 'own', 'em', ...shown, 'own', ...shown)).toEqual([
    '/P <</MCID 0>> BDC', ...shown, 'EMC', '/Em <</MCID 1>> BDC', ...shown, 'EMC', '/P <</MCID 2>> BDC', ...shown, 'EMC',
  ])
})
it('in a running head nothing has another owner', () => {
  expect(marked('head', 'own', 'em', ...shown)).toEqual(['/Artifact <</Type /Pagination>> BDC', ...shown, 'EMC'])
})

it('what is painted outside all parts is told, and what only sets the state is not', () => {
  const told: string[] = []
  const file = {lost: () => told.push('lost')} as unknown as StampedFile // nothing else of it is asked for here
  const stamping = makeStamping(file, new WeakMap())
  for (const data of ['q', '1 0 0 -1 0 842 cm', '0 0 10 10 re', '1 w', 'Q']) stamping.take(data)
  expect(told).toEqual([])
  for (const data of ['f', 'BT', '/I1 Do']) stamping.take(data)
  expect(told).toEqual(['lost', 'lost', 'lost'])
})
