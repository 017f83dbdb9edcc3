import {expect, test} from 'vitest'
import {build} from '../../src/build.js'
import {readPackageFile} from '../../src/files.js'
import {layoutEditions} from '../../src/print/index.js'
import {front, pagesOf, sound} from '../papers.js'

/** The lines of a body, as they stand on paper. */
async function linesOf(body: string): Promise<string[]> {
  const text = `${front('brand: ministry')}${body}\n`
  const {value, diagnostics} = await build({path: 'a.md', text}, {files: {read: async () => ({trouble: 'missing'}), readPackage: readPackageFile}})
  expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  return value?.pages[0]?.lines.filter(({role}) => role === 'P' || role === 'TD').map((line) => line.text) ?? []
}

test('a line that `<br>` begins or ends has no space there, on whichever side it was typed', async () => {
  const expected = await linesOf('One<br>two<br>*three*<br>four')
  expect(expected.slice(-4)).toEqual(['One', 'two', 'three', 'four'])
  expect(await linesOf('One <br> two<br>\n  *three* <br/> <!-- unseen --> four')).toEqual(expected)
  expect(await linesOf('*One <br> two*')).toEqual(await linesOf('*One<br>two*'))
  expect(await linesOf('| A |\n| - |\n| One <br> two |')).toEqual(await linesOf('| A |\n| - |\n| One<br>two |'))
})

// With the space, the line was refused as wider than its place: it is set to the measure without it.
test('a line behind `<br> ` fills its measure', async () => {
  const pages = await pagesOf(`${front('brand: ministry')}So 3 <br> internationalisation \`démarche démarche Party démarche\` anti-personnel internationalisation (Maputo) so\n`)
  expect(pages).toHaveLength(1)
})

test('a word that is wider than its place is told, and what stands before it keeps its lines', async () => {
  const text = `${front('paper: Letter', 'language: fr')}1. So *States mine* (Maputo) it's acknowledgement lotragdoabtragpatungverpaparüstragstaatnennenverloenvertragtragtungrüs 2026\n`
  const {edition, assets} = await sound(text)
  const {value, diagnostics} = await layoutEditions([edition], assets)
  expect(diagnostics.map(({rule}) => rule)).toEqual(['print/line-too-wide'])
  const lines = value?.pages[0]?.lines.map(({text}) => text.replaceAll('\u00a0', ' ')) ?? []
  expect(lines.filter((line) => line.includes('acknow'))).toEqual(['So States mine (Maputo) it’s acknowledgement'])
})
