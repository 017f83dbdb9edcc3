import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import layOutAsItComes from '@react-pdf/layout'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {leanerLayout} from '../../.ci/leaner-layout.mjs'

const engine = fileURLToPath(import.meta.resolve('@react-pdf/layout'))
const asItComes = readFileSync(engine, 'utf8')

/** The layout of the bundle, beside the packages it needs. */
const folder = mkdtempSync(path.join(path.dirname(engine), '../../../.leaner-'))
afterAll(() => rmSync(folder, {recursive: true}))
const file = path.join(folder, 'layout.mjs')
writeFileSync(file, leanerLayout.transform.handler(asItComes))
const {default: layOutLeaner}: {default: typeof layOutAsItComes} = await import(pathToFileURL(file).href)

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

test('another version of the engine stops the build, and is not half changed', () => {
  expect(() => leanerLayout.transform.handler(asItComes.replace('const persistDimensions =', 'const keepDimensions ='))).toThrow('@react-pdf/layout has no persistDimensions')
})
