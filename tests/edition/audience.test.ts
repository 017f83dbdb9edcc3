import {expect, it} from 'vitest'
import {compose} from './compose.js'
import {outline} from './outline.js'

const BODY = `## Open

Text.[^open]

> [!INTERNAL]
> If pressed[^secret] on the form of a return, say that the effect is the same.
>
> ## Hidden

- Item.

  > [!INTERNAL]
  > Short.

-
  > [!INTERNAL]
  > The whole item.

## Hidden

[^open]: Open.
[^secret]: Secret.
`

it('leaves internal passages out for others, wherever they stand, with their notes; what is left out is listed', async () => {
  const {edition, told} = await compose(BODY)
  expect(told).toEqual([])
  expect(edition && outline(edition)).toMatchInlineSnapshot(`
    "## Open {open}
    Text.^1
    loose list
    - Item.
    ## Hidden {hidden-1}
    1) Open."
  `)
  expect(JSON.stringify(edition?.body) + JSON.stringify(edition?.notes)).not.toMatch(/pressed|Secret|Short/)
  expect(edition?.leftOut.map(({place, words}) => `${place.start?.line}-${place.end?.line} "${words}"`)).toEqual([
    '10-13 "If pressed on ... the same. Hidden"',
    '17-18 "Short."',
    '21-22 "The whole item."',
  ])
})

it('prints them for our own people, with the same addresses of headings', async () => {
  const {edition} = await compose(BODY, {options: {audience: 'internal'}})
  expect(edition?.leftOut).toEqual([])
  expect(edition?.meta.audience).toBe('internal')
  expect(edition && outline(edition)).toMatchInlineSnapshot(`
    "## Open {open}
    Text.^1
    [internal]
      text: flow
        If pressed^2 on the form of a return, say that the effect is the same.
        ## Hidden {hidden}
    loose list
    - Item.
      [internal]
        text: flow
          Short.
    - [internal]
        text: flow
          The whole item.
    ## Hidden {hidden-1}
    1) Open.
    2) Secret."
  `)
})

it('does not call or show outside what is defined inside', async () => {
  const {told} = await compose(`Text.[^secret] [Hidden](doc:#hidden)

\`\`\`key-figures
- value: 5
  label: States
  source: inside
\`\`\`

> [!INTERNAL]
> ## Hidden
>
> \`\`\`sources
> - id: inside
>   type: news
>   title: Leak
> \`\`\`
>
> ![](missing.png) in a line
>
> [^secret]: Secret.
`)
  expect(told).toEqual([
    'error 1:6-1:15 edition/unknown-note: `[^secret]` calls a note that is not in this edition of the paper',
    'error 1:25-1:36 edition/unknown-heading: No heading in this paper has the address `#hidden`',
    'error 6:11-6:17 edition/unknown-source: No source of this paper has the id `inside`',
  ])
})
