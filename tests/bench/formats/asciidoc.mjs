import {chartSvg} from './chart-svg.mjs'

/** A paper as AsciiDoc with the drawing of its chart, which want `look-theme.yml` beside them: for asciidoctor-pdf. */
export function asAsciidoc({title, subtitle, blocks}) {
  const chart = blocks.find(({form}) => form === 'chart')
  return {
    text: [`= ${title}\n:pdf-theme: look\n:pdf-themesdir: .\n:pdf-fontsdir: fonts\n:lang: en\n:nofooter!:`, subtitle, ...blocks.map(blockOf)].join('\n\n').concat('\n'),
    chart: chart ? chartSvg(chart) : '',
  }
}

const cells = (row) => row.map((cell) => `|${cell}`).join(' ')

function blockOf(block) {
  if (block.form === 'heading') return `== ${block.text}`
  if (block.form === 'list') return block.items.map((item) => `* ${item}`).join('\n')
  if (block.form === 'tiles') return `[cols="3*",frame=none,grid=none]\n|===\n${block.tiles.map(({value, label}) => `|[.big]#${value}# +\n${label}`).join('\n')}\n|===`
  if (block.form === 'table') return `.${block.caption}\n[cols="1,>1,>1",options=header]\n|===\n${[block.head, ...block.rows].map(cells).join('\n')}\n|===`
  if (block.form === 'chart') return `*${block.title}* +\n${block.unit}\n\nimage::chart.svg["${block.alt}"]`
  return block.text
}
