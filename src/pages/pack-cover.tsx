import {pt} from '../brand/index.js'
import type {PaperMeta, Sheet} from '../content.js'
import {Box, BrandMark, Capitals, evenLines, labelOf, Paragraph, plain, Rule, setTitle, useSetting, Words} from '../drawing/index.js'

type Cover = Extract<Sheet, {type: 'cover'}>

/** The mark's edge in points: a cover has room for it. */
const MARK = 42

/** Room between the head of the page and the title: it begins where a reader holds the sheet. */
const ABOVE = 147

/** The first leaf of a pack: who issues it, what it is for, and whom. */
export function PackCover({sheet: {occasion, recipients, holds}, meta}: {sheet: Cover; meta: PaperMeta}) {
  const setting = useSetting()
  const {look} = setting
  const centred = look.layout.masthead === 'letterhead'
  const title = look.colours.heading ? {...look.type.title, color: look.colours.heading} : look.type.title
  const {style, lines} = setTitle(setting, meta.title, title, look.width, look.layout.titleSizes)
  const align = centred ? ('center' as const) : ('left' as const)
  return (
    <>
      {centred ? <Letterhead meta={meta} /> : <Bar meta={meta} />}
      <Box style={{marginTop: ABOVE}}>
        <Capitals role="P" style={{color: look.colours.accent, textAlign: align, marginBottom: 7}}>{labelOf(setting, 'pack')}</Capitals>
        <Words role={{role: 'H1', title: meta.title}} unbroken style={{...style, textAlign: align, width: look.width}}>{lines.join('\n')}</Words>
        {meta.subtitle ? (
          <Words role="P" unbroken style={{...look.type.subtitle, textAlign: align, width: look.width, marginTop: 10.5}}>
            {evenLines(setting, meta.subtitle, look.type.subtitle, look.width).join('\n')}
          </Words>
        ) : null}
      </Box>
      <Rule weight={0.5} colour={centred ? look.colours.accent : look.colours.ink} style={{marginTop: 21}} />
      <Box style={{marginTop: 21}}>
        {occasion.map(({label, words}) => <Line key={label} label={label} words={[words]} />)}
        {recipients.length > 0 ? <Line label={labelOf(setting, 'recipients')} words={recipients} /> : null}
        <Line label={labelOf(setting, 'contents')} words={[holds]} />
      </Box>
    </>
  )
}

/** A label, and what it says beside it. */
function Line({label, words}: {label: string; words: readonly string[]}) {
  const setting = useSetting()
  const {look} = setting
  const left = pt(look.width / 4)
  return (
    <Box style={{flexDirection: 'row', marginBottom: 10.5}}>
      <Capitals role="P" style={{width: left, paddingTop: 2.5}}>{label}</Capitals>
      <Box style={{width: look.width - left}}>
        {words.map((line) => <Paragraph key={line} style={look.type.body} width={look.width - left} box={{marginBottom: words.length > 1 ? 3.5 : 0}}>{plain(line)}</Paragraph>)}
      </Box>
    </Box>
  )
}

/** As the bar of a paper: mark and issuer left, symbol and date right. */
function Bar({meta}: {meta: PaperMeta}) {
  const {look, brand, language} = useSetting()
  const {issuer, chrome} = look.type
  return (
    <Box style={{flexDirection: 'row', alignItems: 'center'}}>
      <BrandMark edge={MARK} />
      <Box style={{marginLeft: brand.logo ? 14 : 0, flex: 1}}>
        <Words role="P" unbroken style={issuer}>{brand.issuer}</Words>
      </Box>
      <Box style={{alignItems: 'flex-end'}}>
        {meta.symbol ? <Words role="P" unbroken style={{...chrome, color: look.colours.ink}}>{meta.symbol}</Words> : null}
        <Words role="P" unbroken style={chrome}>{language.date(meta.date, 'long')}</Words>
      </Box>
    </Box>
  )
}

/** As the letterhead of a paper: all on the page's axis. */
function Letterhead({meta}: {meta: PaperMeta}) {
  const {look, brand, language} = useSetting()
  const {chrome, capitals} = look.type
  const {accent, ink} = look.colours
  const half = pt(look.width / 2)
  return (
    <>
      <Box style={{alignItems: 'center'}}>
        <BrandMark edge={MARK} />
        <Words role="P" unbroken style={{...capitals, fontSize: 9.5, letterSpacing: 0.85, color: accent, marginTop: 7, textAlign: 'center'}}>{brand.issuer}</Words>
      </Box>
      <Rule weight={0.5} colour={accent} style={{marginTop: 10.5}} />
      <Box style={{flexDirection: 'row', marginTop: 7}}>
        <Words role="P" unbroken style={{...chrome, color: ink, width: half}}>{meta.symbol ?? ' '}</Words>
        <Words role="P" unbroken style={{...chrome, color: ink, width: half, textAlign: 'right'}}>{language.date(meta.date, 'long')}</Words>
      </Box>
    </>
  )
}
