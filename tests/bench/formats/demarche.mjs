/** A paper as Markdown. Of a template `{name}` becomes a link to the column, with the sample's value as its words. */
export function asMarkdown({title, subtitle, blocks}, {symbol, sample, kind = 'fact-sheet'} = {}) {
  const text = (words) => fill(words.replaceAll('*', '**'), sample)
  const value = (words) => words.replace(/^\{(\w+)\}$/, 'row:$1')
  const head = [`kind: ${kind}`, `title: "${text(title)}"`, `subtitle: ${subtitle}`, ...(symbol ? [`symbol: "${fill(symbol, sample)}"`] : []), 'date: 2026-11-24', 'budget: none', ...(sample ? ['rows: rows.csv', 'output: "{iso}-paper"'] : [])]
  return [`---\n${head.join('\n')}\n---`, ...blocks.map((block) => blockOf(block, text, value))].join('\n\n').concat('\n')
}

const fill = (words, sample) => (sample ? words.replace(/\{(\w+)\}/g, (_, column) => `[${sample[column]}](row:${column})`) : words)

function blockOf(block, text, value) {
  if (block.form === 'heading') return `## ${text(block.text)}`
  if (block.form === 'list') return block.items.map((item) => `- ${text(item)}`).join('\n')
  if (block.form === 'tiles') return ['```key-figures', ...block.tiles.map(({value: figure, label}) => `- value: "${value(figure)}"\n  label: ${label}`), '```'].join('\n').replace(/"(row:\w+)"/g, '$1')
  if (block.form === 'table') return [`<!-- table: plain, caption: "${block.caption}" -->`, ...rowsOf(block.head, block.rows.map((row) => row.map(text)))].join('\n')
  if (block.form === 'chart') return [`<!-- chart: column, title: "${block.title}", unit: "${block.unit}", alt: "${block.alt}" -->`, ...rowsOf(block.head, block.bars)].join('\n')
  return text(block.text)
}

const rowsOf = (head, rows) => [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
