import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import layOutAsItComes from '@react-pdf/layout'
import stylesAsTheyCome from '@react-pdf/stylesheet'
import {fontSubstitution as facesAsTheyCome} from '@react-pdf/textkit'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {leaner} from '../../.ci/leaner-engine.mjs'
import {stepsOf} from '../steps.js'

/** A package of the engine as it lies there, and as it is bundled: beside the packages that it needs. */
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const folder = mkdtempSync(path.join(packages, '.leaner-'))
afterAll(() => rmSync(folder, {recursive: true}))
const asItComes = (name: string) => readFileSync(path.join(packages, name), 'utf8')
const bundled = <T>(name: string): Promise<T> => loaded<T>(leaner(asItComes(name), name), `${name.replaceAll('/', '-')}.mjs`)
async function loaded<T>(code: string, name: string): Promise<T> {
  const file = path.join(folder, name)
  writeFileSync(file, code)
  return import(pathToFileURL(file).href)
}

const LAYOUT = '@react-pdf/layout/lib/index.js'
const {default: layOutLeaner} = await bundled<{default: typeof layOutAsItComes}>(LAYOUT)
const {default: stylesLeaner} = await bundled<{default: typeof stylesAsTheyCome}>('@react-pdf/stylesheet/lib/index.js')
const TEXTKIT = '@react-pdf/textkit/lib/textkit.js'
const {fontSubstitution: facesLeaner} = await bundled<{fontSubstitution: typeof facesAsTheyCome}>(TEXTKIT)

const length = fc.oneof(fc.integer({min: -20, max: 200}), fc.double({min: 0, max: 120, noNaN: true}), fc.integer({min: 1, max: 100}).map((part) => `${part}%`), fc.constant('12pt'))
const orAuto = fc.oneof(length, fc.constant('auto'))
const share = fc.integer({min: 0, max: 3})
const word = (...words: string[]) => fc.constantFrom(...words)
const places = word('flex-start', 'center', 'flex-end', 'stretch', 'space-between', 'space-around', 'nowhere')

/** All that React-PDF hands on to Yoga. */
const STYLE = {
  width: orAuto,
  height: orAuto,
  ...Object.fromEntries(['minWidth', 'maxWidth', 'minHeight', 'maxHeight', 'top', 'right', 'bottom', 'left', 'padding', 'paddingTop', 'paddingLeft', 'rowGap', 'columnGap'].map((name) => [name, length])),
  ...Object.fromEntries(['margin', 'marginTop', 'marginRight', 'marginBottom', 'marginLeft', 'flexBasis'].map((name) => [name, orAuto])),
  ...Object.fromEntries(['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'flexGrow', 'flexShrink', 'aspectRatio'].map((name) => [name, share])),
  ...Object.fromEntries(['alignItems', 'alignSelf', 'alignContent', 'justifyContent'].map((name) => [name, places])),
  position: word('absolute', 'relative', 'static'),
  display: word('flex', 'none'),
  overflow: word('hidden', 'visible', 'scroll'),
  flexDirection: word('row', 'row-reverse', 'column', 'column-reverse'),
  flexWrap: word('wrap', 'nowrap', 'wrap-reverse'),
}

type Node = {type: 'VIEW'; box: object; style: object; props: object; children: Node[]}
const view = fc.letrec<{node: Node}>((tie) => ({
  node: fc.record({
    type: fc.constant('VIEW' as const),
    box: fc.constant({}),
    style: fc.record(STYLE, {requiredKeys: []}),
    props: fc.constant({}),
    children: fc.oneof({depthSize: 'small'}, fc.constant([]), fc.array(tie('node'), {maxLength: 4})),
  }),
})).node

/** The engine asks it for fonts and for pictures of emoji: boxes without words need neither. */
const NO_FONTS = {getEmojiSource: () => undefined, getFont: () => undefined} as unknown as Parameters<typeof layOutAsItComes>[1]

/** A tree as it was laid out, or what the engine refused it with. */
async function laidOut(layOut: typeof layOutAsItComes, views: Node[]): Promise<unknown> {
  const page = {type: 'PAGE', box: {}, style: {padding: 10}, props: {size: [300, 500], wrap: false}, children: structuredClone(views)}
  const document = {type: 'DOCUMENT', box: {}, style: {}, props: {}, children: [page]}
  try {
    return plain(await layOut(document as unknown as Parameters<typeof layOut>[0], NO_FONTS))
  } catch (fault) {
    return String(fault)
  }
}

const plain = ({type, box, style, children}: {type: string; box?: unknown; style?: unknown; children?: never[]}): unknown => ({type, box, style, children: children?.map(plain)})

test('boxes are those of React-PDF as it comes, whatever is asked of them', async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.array(view, {minLength: 1, maxLength: 3}), async (views) => {
      const leaner = await laidOut(layOutLeaner, views)
      if (typeof leaner === 'string') refused++
      expect(leaner).toEqual(await laidOut(layOutAsItComes, views))
    }),
    {numRuns: 300},
  )
  expect(refused).toBeLessThan(30)
})

test('nothing that was taken from Yoga stays', async () => {
  const document = {type: 'DOCUMENT', box: {}, style: {}, props: {}, children: [{type: 'PAGE', box: {}, style: {}, props: {size: [300, 500]}, children: [{type: 'VIEW', box: {}, style: {height: 20}, props: {}, children: []}]}]}
  const laid = (await layOutLeaner(document as never, NO_FONTS)) as unknown as {children: {yogaNode?: unknown; children: {yogaNode?: unknown}[]}[]}
  for (const node of [laid.children[0], laid.children[0]?.children[0]]) expect(node?.yogaNode).toBeUndefined()
})

test('styles are those of React-PDF as it comes, with what is short for several, and what is for some pages only', () => {
  const short = {
    margin: fc.constantFrom('4 8', '1 2 3 4', 5, 'auto'),
    border: fc.constantFrom('1pt solid #ff0000', '2 dashed blue'),
    flex: fc.constantFrom(1, '1 0 auto', '2'),
    gap: length,
    color: fc.constantFrom('rgb(10, 20, 30)', 'hsl(20, 50%, 50%)', '#123456'),
    fontWeight: fc.constantFrom('bold', 600),
    lineHeight: fc.constantFrom(1.5, '150%'),
    '@media max-width: 400': fc.record({width: length, color: fc.constant('red')}, {requiredKeys: []}),
    '@media min-width: 400': fc.record({paddingTop: length, fontSize: fc.constant(9)}, {requiredKeys: []}),
  }
  const style = fc.record({...STYLE, ...short}, {requiredKeys: []})
  const container = {width: 595, height: 842, orientation: 'portrait', dpi: 72, remBase: 18} as Parameters<typeof stylesAsTheyCome>[0]
  fc.assert(
    fc.property(fc.oneof(style, fc.array(fc.option(style, {nil: undefined}), {maxLength: 3})), (asked) => {
      const [ours, theirs] = [stylesLeaner, stylesAsTheyCome].map((resolve) => Object.entries(resolve(container, asked as never)))
      expect(ours).toEqual(theirs)
    }),
    {numRuns: 500},
  )
})

test('each letter is set in the face that React-PDF would take, whichever have it', () => {
  const face = (name: string, letters: string) => ({name, unitsPerEm: 1000, hasGlyphForCodePoint: (codePoint: number) => letters.includes(String.fromCodePoint(codePoint))})
  const faces = [face('Latin', 'abc '), face('Greek', 'αβγ '), face('Signs', '1a\u{1F600}')]
  const stack = fc.uniqueArray(fc.constantFrom(...faces, 'Helvetica'), {minLength: 1, maxLength: 3})
  const letters = fc.array(fc.constantFrom('a', 'b', 'β', '1', ' ', '\u00ad', '\u{1F600}', 'ж'), {maxLength: 8}).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, stack), {minLength: 1, maxLength: 4}), (drawn) => {
      const pieces: typeof drawn = [['a', faces], ...drawn] // what begins with a sign that is in no face ends React-PDF itself
      let end = 0
      const runs = pieces.map(([text, font]) => ({start: end, end: (end += text.length), attributes: {font, fontSize: 10}}))
      const asked = {string: pieces.map(([text]) => text).join(''), runs}
      const [ours, theirs] = [facesLeaner, facesAsTheyCome].map((substitute) => substitute()(asked as never))
      expect(ours).toEqual(theirs)
    }),
    {numRuns: 500},
  )
})

test('each place of a text is looked for in its runs, and found in that which React-PDF finds', async () => {
  const SHARED = '\nexport {runIndexAt$1 as runIndexAt}\n'
  type Shared = {runIndexAt: (index: number, runs: {start: number; end: number}[]) => number}
  const theirs = await loaded<Shared>(asItComes(TEXTKIT) + SHARED, 'texts-as-they-come.mjs')
  const ours = await loaded<Shared>(leaner(asItComes(TEXTKIT), TEXTKIT) + SHARED, 'texts.mjs')
  // With gaps between them, and some of no letter.
  const runs = fc.array(fc.tuple(fc.integer({min: 0, max: 2}), fc.integer({min: 0, max: 4})), {maxLength: 12}).map((steps) => {
    let end = 0
    return steps.map(([gap, length]) => ({start: end + gap, end: (end += gap + length)}))
  })
  fc.assert(
    fc.property(runs, fc.integer({min: -2, max: 60}), (all, index) => {
      expect(ours.runIndexAt(index, all)).toBe(theirs.runIndexAt(index, all))
    }),
    {numRuns: 2000},
  )
  expect(ours.runIndexAt(0, undefined as never)).toBe(-1)
  const many = Array.from({length: 10_000}, (_, at) => ({start: at, end: at + 1}))
  expect(await stepsOf(() => ours.runIndexAt(9_999, many))).toBeLessThan(100)
})

test('another version of the engine stops the build, and is not half changed', () => {
  expect(() => leaner(asItComes(LAYOUT).replace('const persistDimensions =', 'const keepDimensions ='), LAYOUT)).toThrow('@react-pdf/layout/lib/index.js has no persistDimensions')
})
