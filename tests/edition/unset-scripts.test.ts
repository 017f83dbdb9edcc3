import {describe, expect, it} from 'vitest'
import {checked, front} from '../papers.js'
import {toldWithHint} from '../told.js'

const told = async (text: string) => (await checked(text)).diagnostics.filter(({severity}) => severity === 'error').map((one) => toldWithHint(one))

describe('letters that papers cannot be set in yet', () => {
  it('are told once for each script, at the first word', async () => {
    expect(await told(`${front()}The word العربية and العالمي stand with \`中文\`.\n\n| عربي |\n| - |\n| カタカナ |\n`)).toEqual([
      'error 8:10-8:17 edition/unset-script: `العربية` is in Arabic letters, in which papers cannot be set yet, and so are 2 other words | Write it in Latin, Greek or Cyrillic letters',
      'error 8:42-8:44 edition/unset-script: `中文` is in Chinese letters, in which papers cannot be set yet | Write it in Latin, Greek or Cyrillic letters',
      'error 12:3-12:7 edition/unset-script: `カタカナ` is in Japanese letters, in which papers cannot be set yet | Write it in Latin, Greek or Cyrillic letters',
    ])
  })
  it('are told in a title, a field, a note and a caption', async () => {
    const texts = [front().replace('A paper', 'עברית'), `${front()}\`\`\`key-figures\n- value: 1\n  label: हिन्दी\n\`\`\`\n`, `${front()}Text[^1].\n\n[^1]: ไทย.\n`, `${front()}![x](a.png "한국어")\n`]
    expect(await Promise.all(texts.map(async (text) => (await told(text)).map((one) => one.split('`')[1])))).toEqual([['עברית'], ['हिन्दी'], ['ไทย'], ['한국어']])
  })
  it('are no matter in an address, a comment or a passage for others', async () => {
    expect(await told(`${front()}[Words](https://example.org/العربية)\n\n<!-- 中文 -->\n\n> [!INTERNAL]\n> 中文\n`)).toEqual([])
  })
  it('are not those of Greek, Cyrillic, Armenian or Georgian', async () => {
    expect(await told(`${front()}Αθήνα, Москва, Երևան, თბილისი\n`)).toEqual([])
  })
})
