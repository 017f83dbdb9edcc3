import {expect, it} from 'vitest'
import {compose} from './compose.js'
import {outline} from './outline.js'

const outlined = async (body: string, ...rest: Parameters<typeof compose> extends [string, ...infer R] ? R : never) => {
  const {edition, told} = await compose(body, ...rest)
  expect(told).toEqual([])
  return edition ? outline(edition) : 'no edition'
}

it('keeps every construct of Markdown', async () => {
  expect(
    await outlined(`## Two *words* {#not-an-id}

One line
goes on,\tand **on** ~~off~~ \`a  "b"\`.\\
After a break, <https://example.org/a_b> and www.example.org.

* * *

> A quotation
>
> > in a quotation

\`\`\`python
print("x")
\`\`\`

[one][label] and ![mark][pic]

[label]: https://example.org/label
[pic]: mark.svg
`, {files: {'briefings/topic/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>'}}),
  ).toMatchInlineSnapshot(`
    "## Two _words_ {#not-an-id} {two-words-not-an-id}
    One line goes on, and *on* -off- \`a "b"\`. / After a break, [https://example.org/a_b](https://example.org/a_b) and [www.example.org](http://www.example.org).
    ---
    > A quotation
      > in a quotation
    code python: "print(\\"x\\")"
    [one](https://example.org/label) and ![mark](svg 4×2)"
  `)
})

it('tells tight lists from loose ones, tasks from items, and keeps the first number', async () => {
  expect(
    await outlined(`3. three
4. four
   - nested

     with a paragraph

- [x] done
- [ ] open

1. loose

2. list
`),
  ).toMatchInlineSnapshot(`
    "tight list
    3. three
    4. four
       loose list
       - nested
         with a paragraph
    tight list
    - [x] done
    - [ ] open
    loose list
    1. loose
    2. list"
  `)
})

it('sees a fence inside a list and a quotation as the block it is', async () => {
  expect(
    await outlined(`- In a list:

  \`\`\`timeline
  - date: 1999-03
    title: Entry into *force*
  \`\`\`

> Quoted:
>
> \`\`\`key-figures
> - value: over 55 million
>   label: mines destroyed
> \`\`\`
`),
  ).toMatchInlineSnapshot(`
    "loose list
    - In a list:
      [timeline]
        events[0].date: 1999-03
        events[0].title: Entry into _force_
    > Quoted:
      [key-figures]
        figures[0].value: over 55 million
        figures[0].label: mines destroyed"
  `)
})

it('sets quotation marks and no-break spaces across emphasis, and leaves code and addresses alone', async () => {
  expect(
    await outlined(`"**Poland**", it's said, has 5 km of "*fences*" (Article 17, 4 December 1997).

\`it's "code"\` and <https://example.org/it's>, [it's here](https://example.org/it's).

"Quoted\\
"again"
`),
  ).toMatchInlineSnapshot(`
    "“*Poland*”, it’s said, has 5~km of “_fences_” (Article~17, 4~December~1997).
    \`it's "code"\` and [https://example.org/it's](https://example.org/it's), [it’s here](https://example.org/it's).
    “Quoted / “again”"
  `)
})

it('composes letters as fonts have them', async () => {
  const {edition} = await compose('Cafe\u0301 `cafe\u0301`\n', {title: 'Re\u0301sume\u0301'})
  expect(edition && outline(edition)).toBe('Caf\u00e9 `caf\u00e9`')
  expect(edition?.meta.title).toBe('R\u00e9sum\u00e9')
})

it('marks foreign words, and sets their quotation marks in their own language', async () => {
  expect(await outlined('The ["mot juste"](lang:fr) and ["das Wort"](lang:de).\n')).toMatchInlineSnapshot(`"The <fr>«~mot juste~»</> and <de>“das Wort”</>."`)
})

it('keeps the alignment of a table and composes its cells', async () => {
  expect(
    await outlined(`| State | *Left* |
| :---: | -----: |
| Poland | 20 February 2026[^1] |
|  | \`x\` |

[^1]: By *notice*.
`),
  ).toMatchInlineSnapshot(`
    "[table] {table.1}
      variety: plain
      table.columns[0].head: State
      table.columns[0].align: center
      table.columns[1].head: _Left_
      table.columns[1].align: right
      table.rows[0][0]: Poland
      table.rows[0][1]: 20~February~2026^1
      table.rows[1][0]: 
      table.rows[1][1]: \`x\`
    1) By _notice_."
  `)
})

it('numbers the paragraphs of the body, and no others, where kind and brand say so', async () => {
  const body = `One.

> Quoted.

- Item.

Two.

\`\`\`status
signed: 1997-12-03
\`\`\`
`
  const paper = {kind: 'position-paper', front: 'country: PL'}
  const numbered = await compose(body, {...paper, brand: 'ministry'})
  const plain = await compose(body, {...paper, brand: 'house'})
  const factSheet = await compose(body, {brand: 'ministry'})
  const numbers = ({edition}: typeof numbered) => edition?.body.map((piece) => (piece.type === 'paragraph' ? piece.number : '-'))
  expect(numbers(numbered)).toEqual([1, '-', '-', 2, '-'])
  expect(numbers(plain)).toEqual([undefined, '-', '-', undefined, '-'])
  expect(numbers(factSheet)).toEqual([undefined, '-', '-', undefined, '-'])
})

it('numbers asks through the paper, in fences and in quotations', async () => {
  const {edition} = await compose(`\`\`\`recommendations
- id: first
  ask: One
- ask: Two
\`\`\`

> [!ASK]
> 1. **Poland:** Three
> 2. Four
`)
  expect(edition && outline(edition)).toMatchInlineSnapshot(`
    "[recommendations]
      asks[0].id: first
      asks[0].ask: One
      asks[0].number: no. 1
      asks[1].ask: Two
      asks[1].number: no. 2
    [ask]
      asks[0].number: no. 3
      asks[0].ask: Three
      asks[0].to: Poland
      asks[1].number: no. 4
      asks[1].ask: Four"
  `)
})

it('is plain JSON, and every piece keeps its place', async () => {
  const {edition, text} = await compose('## Heading\n\nA *word*.[^1]\n\n[^1]: Note.\n')
  expect(JSON.parse(JSON.stringify(edition))).toEqual(edition)
  const paragraph = edition?.body[1]
  const emphasis = paragraph?.type === 'paragraph' ? paragraph.children[1] : undefined
  const {start, end} = emphasis?.place ?? {}
  expect(text.slice(start?.offset, end?.offset)).toBe('*word*')
  expect(edition?.notes[0]?.place.start?.line).toBe(10)
})

it('lists headings of the second and third level, by the addresses that code hosts give them', async () => {
  const {edition} = await compose(`## What's *new*?

### What's new?

#### Deeper

> ## Quoted

## What's new?[^1]

[^1]: Note.
`)
  expect(edition?.contents).toEqual([
    {id: 'whats-new', depth: 2, words: 'What’s new?'},
    {id: 'whats-new-1', depth: 3, words: 'What’s new?'},
    {id: 'whats-new-2', depth: 2, words: 'What’s new?'},
  ])
})

it('has a key that no other path has, of plain signs', async () => {
  const {editionKey} = await import('../../src/edition/edition-key.js')
  expect(editionKey('briefings/mine-ban/poland.md')).toBe('briefings.mine-ban.poland')
  const keys = ['a b.md', 'a-b.md', 'a/b.md', 'a.b.md', 'a_b.md', 'é.md', 'e\u0301.md'].map(editionKey)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9._-]+$/)
})
