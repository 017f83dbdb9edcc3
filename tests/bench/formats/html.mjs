import {chartSvg} from './chart-svg.mjs'

/** A paper as a page of HTML, which wants `look.css` beside it: for WeasyPrint and for Chromium. */
export const asHtml = ({title, subtitle, blocks}) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="look.css"></head>
<body>
<h1>${title}</h1>
<p class="subtitle">${subtitle}</p>
${blocks.map(blockOf).join('\n')}
</body>
</html>
`

const strong = (text) => text.replace(/\*(.+?)\*/g, '<strong>$1</strong>')
const cells = (row, name) => `<tr>${row.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`

function blockOf(block) {
  if (block.form === 'heading') return `<h2>${block.text}</h2>`
  if (block.form === 'list') return `<ul>${block.items.map((item) => `<li>${strong(item)}</li>`).join('')}</ul>`
  if (block.form === 'tiles') return `<div class="tiles">${block.tiles.map(({value, label}) => `<div><b>${value}</b> <span>${label}</span></div>`).join('')}</div>`
  if (block.form === 'table') return `<table><caption>${block.caption}</caption><thead>${cells(block.head, 'th')}</thead><tbody>${block.rows.map((row) => cells(row, 'td')).join('')}</tbody></table>`
  if (block.form === 'chart') return `<figure><figcaption><strong>${block.title}</strong><br>${block.unit}</figcaption>${chartSvg(block)}</figure>`
  return `<p>${strong(block.text)}</p>`
}
