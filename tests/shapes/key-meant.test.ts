import {expect, it} from 'vitest'
import {checked} from '../papers.js'

const FRONT = '---\nkind: fact-sheet\ntitle: T\ndate: 2026-11-24\n'

/** What is said of each key that is none. */
async function hints(text: string): Promise<string[]> {
  const {diagnostics} = await checked(text)
  return diagnostics.filter(({rule}) => rule.endsWith('/unknown-key') || rule.endsWith('/missing-key')).map(({message, hint}) => `${message.split(' ')[0]} ${hint}`)
}

it.each<[string, string, string[]]>([
  ['of contacts', '```contacts\n- name: Desk\n  email: a@b.example\n  Telephone: 12\n  website: https://a.example/\n```\n', ['`email` Did you mean `mail`?', '`Telephone` Did you mean `phone`?', '`website` Did you mean `web`?']],
  ['of sources', '```sources\n- id: a\n  type: web\n  title: T\n  organisation: P\n  retrieved: 2026-01-01\n  link: https://a.example/\n```\n', ['`organisation` Did you mean `publisher`?', '`retrieved` Did you mean `accessed`?', '`link` Did you mean `url`?']],
  // What is meant is not told to be missing as well.
  ['of recommendations', '```recommendations\n- action: Do it.\n  addressee: States\n  by: 2027\n```\n', ['`action` Did you mean `ask`?', '`addressee` Did you mean `to`?', '`by` Did you mean `deadline`?']],
  ['of key figures', '```key-figures\n- number: 5\n  caption: Mines\n  ref: a\n```\n', ['`number` Did you mean `value`?', '`caption` Did you mean `label`?', '`ref` Did you mean `source`?']],
])('a key that people call so is told as ours: %s', async (_, body, expected) => {
  expect(await hints(`${FRONT}---\n\n${body}`)).toEqual(expected)
})

it('in front matter too', async () => {
  expect(await hints(`${FRONT}lang: en\nreference: A/1\nemail: x\n---\n\nText.\n`)).toEqual(['`lang` Did you mean `language`?', '`reference` Did you mean `symbol`?', expect.stringContaining('`email` Its keys are `kind`, ')])
  const note = FRONT.replace('fact-sheet', 'note-verbale')
  expect(await hints(`${note}number: 12\nfrom: the Embassy\nto: the Ministry\ncity: Oslo\n---\n\nText.\n`)).toEqual(['`number` Did you mean `symbol`?', '`from` Did you mean `sender`?', '`to` Did you mean `recipient`?', '`city` Did you mean `place`?'])
  // What is there already is not what was meant.
  expect(await hints(`${FRONT}heading: T\n---\n\nText.\n`)).toEqual([expect.stringContaining('`heading` Its keys are')])
})
