import {expect, test} from 'vitest'
import {check} from '../../src/check.js'
import {briefing, folderOf} from '../workspace/folder-of.js'
import {workspaceFiles} from '../../src/files.js'

/** What a paper of these blocks says, line by line. */
async function said(body: string): Promise<string[] | undefined> {
  const root = await folderOf({})
  const {value} = await check({path: 'briefings/a.md', text: briefing('A', '', body)}, {files: workspaceFiles(root)})
  return value?.said.text
}

test('a figure is said once, in one line with what it counts; a table row by row, and without what only says how it stands', async () => {
  const body = `## What is said?

One paragraph.

\`\`\`key-figures
- value: "162"
  label: States Parties
- value: over 55 million
  label: mines destroyed
\`\`\`

<!-- table: plain, caption: "By year" -->
| Year | Cleared |
| --- | ---: |
| 2024 | 12 km² |
| 2025 | |

- A point.
- Another one.
`
  expect(await said(body)).toEqual(['A', 'What is said?', 'One paragraph.', '162 · States Parties', 'over 55 million · mines destroyed', 'By year', 'Year', 'Cleared', '2024 · 12 km²', '2025', 'A point.', 'Another one.'])
})
