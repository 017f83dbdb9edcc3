/** A paper as Typst, which wants `look.typ` beside it. Of a template `{name}` is taken from the inputs of the compilation, as Typst does it best. */
export function asTypst({title, subtitle, blocks}, {template = false} = {}) {
  const text = (words) => (template ? words.replace(/\{(\w+)\}/g, '#row.$1') : words)
  const string = (words) => (template && /\{/.test(words) ? `[${text(words)}]` : JSON.stringify(words))
  return [
    `#import "look.typ": *`,
    ...(template ? ['#let row = sys.inputs'] : []),
    `#show: paper.with(title: ${template ? title.replace(/^\{(\w+)\}(.*)$/, (_, column, rest) => `row.${column} + ${JSON.stringify(rest)}`) : JSON.stringify(title)}, subtitle: "${subtitle}")`,
    ...blocks.map((block) => blockOf(block, text, string)),
  ].join('\n\n').concat('\n')
}

function blockOf(block, text, string) {
  if (block.form === 'heading') return `= ${text(block.text)}`
  if (block.form === 'list') return block.items.map((item) => `- ${text(item)}`).join('\n')
  if (block.form === 'tiles') return `#tiles(${block.tiles.map(({value, label}) => `(${string(value)}, "${label}")`).join(', ')})`
  if (block.form === 'table') return `#rows(caption: "${block.caption}", head: (${block.head.map(string).join(', ')}), ${block.rows.flat().map(string).join(', ')})`
  if (block.form === 'chart') return `#bars(title: "${block.title}", unit: "${block.unit}", alt: "${block.alt}", ${block.bars.map(([label, value]) => `("${label}", ${value})`).join(', ')})`
  return text(block.text)
}
