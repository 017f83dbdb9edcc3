import type {Job} from './job.js'

/** A paper that holds some of everything, and is never written. It lies in no workspace. */
export const OWN_PAPER: Job = {
  root: '/',
  prefix: '',
  defaultBrand: 'house',
  audience: 'external',
  papers: [],
  source: {
    path: 'rehearsal.md',
    text: `---
kind: fact-sheet
title: A rehearsal
subtitle: What a paper needs, in one that nobody reads
symbol: R/1
date: 2026-01-05
budget: none
---

\`\`\`key-figures
- value: "12"
  label: papers that were printed
- value: 3,400
  label: words that were set
\`\`\`

## Of words

A first paragraph, with **strong** and *emphasised* words, a [link](https://example.org/), and a note.[^1] It is long enough for several lines, so that breaking them is rehearsed as well.

> What somebody said of it.

- A first point of a list.
- A second point, with \`code\`.

1. A step.
2. Another step.

[^1]: What the note says.

## Of figures

<!-- table: plain, caption: "Papers by year" -->
| Year | Papers | Words |
| --- | ---: | ---: |
| 2024 | 9 | 2,100 |
| 2025 | 12 | 3,400 |

<!-- chart: column, title: "Papers in each year", unit: "papers", alt: "From 9 in 2024 to 12 in 2025" -->
| Year | Papers |
| --- | ---: |
| 2024 | 9 |
| 2025 | 12 |
`,
  },
}
