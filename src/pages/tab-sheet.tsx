import {leadingOf, pt} from '../brand/index.js'
import type {Sheet} from '../content.js'
import {Box, Capitals, labelOf, Paragraph, plain, Rule, setTitle, useSetting, Words} from '../drawing/index.js'

type Tab = Extract<Sheet, {type: 'tab'}>

/** Room above what a tab says, in points. */
const ABOVE = 224

/** A sheet before a paper or an annex, to be found by its label in a binder. */
export function TabSheet({sheet: {label, title, about, opens}}: {sheet: Tab}) {
  const setting = useSetting()
  const {look} = setting
  const {title: display, figure} = look.type
  const large = Math.round(figure.fontSize * 2)
  const sizes = look.layout.titleSizes.slice(1)
  const {style, lines} = setTitle(setting, title, look.colours.heading ? {...display, color: look.colours.heading} : display, look.width, sizes.length > 0 ? sizes : look.layout.titleSizes)
  return (
    <Box style={{marginTop: ABOVE}}>
      <Capitals role="P" style={{color: look.colours.accent}}>{labelOf(setting, opens ? 'annex' : 'tab')}</Capitals>
      <Words role="P" unbroken style={{...figure, fontSize: large, lineHeight: `${leadingOf(large)}pt`}}>{label}</Words>
      <Rule weight={0.5} colour={look.colours.ink} style={{marginTop: 14, marginBottom: 14}} />
      <Words role={opens ? {role: 'H1', title} : 'P'} unbroken style={{...style, width: look.width}}>{lines.join('\n')}</Words>
      {about.map((line) => <Paragraph key={line} style={look.type.label} width={pt(look.width)} box={{marginTop: 10.5}}>{plain(line)}</Paragraph>)}
    </Box>
  )
}
