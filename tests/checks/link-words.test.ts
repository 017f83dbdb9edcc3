import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.js'
import {pictureFiles, front} from '../papers.js'
import {told} from '../told.js'

async function toldOf(body: string, ...lines: string[]): Promise<string[]> {
  const {diagnostics} = await check({path: 'paper.md', text: front(...lines) + body}, {files: pictureFiles})
  return diagnostics.filter(({rule}) => rule === 'checks/link-words').map((one) => told(one, 7 + lines.length))
}

const HERE = '`here` do not say where the link leads'

describe('the words of a link', () => {
  it('are told where they do not say where it leads', async () => {
    expect(await toldOf('See [here](https://example.org/a) for more.')).toEqual([`warning 1:5-1:34 checks/link-words: The words ${HERE}`])
    expect(await toldOf('- **[Here.](https://example.org/a)**')).toHaveLength(1)
    expect(await toldOf('Voir [ici](https://example.org/a).', 'language: fr')).toHaveLength(1)
  })
  it('are told where they are an address with a path', async () => {
    expect(await toldOf('<https://example.org/annual/report?y=2024>')).toEqual([
      'warning 1:1-1:43 checks/link-words: The words of the link are its address, which is read aloud letter by letter',
    ])
  })
  it('are told within a block as well', async () => {
    expect(await toldOf('> [!NOTE]\n> Look [here](https://example.org/a).')).toHaveLength(1)
  })
  it('pass where they name the page, or where the site is its own name', async () => {
    expect(await toldOf('[The report of 2024](https://example.org/a), <https://www.un.org/>, <desk@example.org>, [ici](https://example.org/a)')).toEqual([])
  })
  it('pass where the address is that of a source, which readers of paper need', async () => {
    expect(await toldOf('```sources\n- id: a\n  type: web\n  title: A page\n  publisher: A publisher\n  url: https://example.org/annual/report\n  accessed: 2026-11-24\n```\n')).toEqual([])
  })
})
