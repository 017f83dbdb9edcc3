import {pt, type TextStyle} from '../brand/index.js'
import type {PaperMeta} from '../content.js'
import {Box, BrandMark, Capitals, dropTo, evenLines, Paragraph, plain, Rule, Run, setTitle, useSetting, Words} from '../drawing/index.js'
import {inLanguage} from './in-language.js'
import type {KindSpec} from './kind.js'

interface MastheadProps {
  meta: PaperMeta
  kind: KindSpec
  /** A note is headed by what it is, dated at its end, and its title stands in its foot. */
  formal?: boolean
}

/** What a paper says of itself before it begins: a bar across its head, or a letterhead, as the brand has it; without the house where nothing may name it. */
export function Masthead(props: MastheadProps) {
  const {look} = useSetting()
  return look.layout.masthead === 'bar' ? <Bar {...props} /> : <Letterhead {...props} />
}

/** The mark's edge in points. */
const MARK = 28

/** Who issues the paper, and where they are on the web. */
function Issuer() {
  const {brand} = useSetting()
  return brand.link === undefined ? brand.issuer : <Run role="Link" to={brand.link}>{brand.issuer}</Run>
}

/** Mark, issuer and kind at the left, symbol and date at the right on the same two baselines. */
function Bar({meta, kind, formal = false}: MastheadProps) {
  const setting = useSetting()
  const {look, brand, language} = setting
  const {issuer, chrome, capitals} = look.type
  const below = 1.75
  const name = inLanguage(kind.label, language.code)
  return (
    <Box style={{marginBottom: 14}}>
      <Box style={{flexDirection: 'row', alignItems: 'center'}}>
        {kind.anonymous ? null : <BrandMark edge={MARK} />}
        <Box style={{marginLeft: brand.logo && !kind.anonymous ? 10.5 : 0, flex: 1}}>
          <Words role="P" unbroken style={issuer}>{kind.anonymous ? name : <Issuer />}</Words>
          {kind.anonymous || formal ? null : <Capitals role="P" style={{marginTop: below}}>{name}</Capitals>}
        </Box>
        <Box style={{alignItems: 'flex-end'}}>
          <Words role="P" unbroken style={{...chrome, lineHeight: issuer.lineHeight, paddingTop: dropTo(setting, issuer, chrome), color: look.colours.ink}}>
            {kind.anonymous ? language.date(meta.date, 'long') : (meta.symbol ?? ' ')}
          </Words>
          {kind.anonymous || formal ? null : (
            <Words role="P" unbroken style={{...chrome, marginTop: pt(below - dropTo(setting, issuer, chrome) - dropTo(setting, chrome, capitals))}}>
              {language.date(meta.date, 'long')}
            </Words>
          )}
        </Box>
      </Box>
      <Box style={{marginTop: 17.5}}>
        <Title meta={meta} words={formal ? name : meta.title} style={headingStyle(look.type.title, look.colours.heading)} align="left" />
      </Box>
      <Box style={{height: 10.5}} />
      <Rule weight={0.5} colour={look.colours.ink} />
      <StatusLine meta={meta} />
    </Box>
  )
}

/** The mark over the issuer, then a rule, then symbol, kind and date, then the title: all on the page's axis. */
function Letterhead({meta, kind, formal = false}: MastheadProps) {
  const {look, language} = useSetting()
  const {chrome, capitals} = look.type
  const {accent, ink} = look.colours
  const third = pt(look.width / 3)
  const name = inLanguage(kind.label, language.code)
  return (
    <Box style={{marginBottom: 14}}>
      {kind.anonymous ? null : (
        <Box style={{alignItems: 'center'}}>
          <BrandMark edge={MARK} />
          <Words role="P" unbroken style={{...capitals, fontSize: 9.5, letterSpacing: 0.85, color: accent, marginTop: 7, textAlign: 'center'}}><Issuer /></Words>
        </Box>
      )}
      <Rule weight={0.5} colour={accent} style={{marginTop: kind.anonymous ? 0 : 10.5}} />
      <Box style={{flexDirection: 'row', marginTop: 7}}>
        <Words role="P" unbroken style={{...chrome, color: ink, width: third}}>{meta.symbol ?? ' '}</Words>
        {formal ? null : (
          <>
            <Capitals role="P" style={{color: ink, width: third, textAlign: 'center'}}>{name}</Capitals>
            <Words role="P" unbroken style={{...chrome, color: ink, width: third, textAlign: 'right'}}>{language.date(meta.date, 'long')}</Words>
          </>
        )}
      </Box>
      <Box style={{marginTop: 28}}>
        <Title meta={meta} words={formal ? name : meta.title} style={headingStyle(look.type.title, look.colours.heading)} align="center" />
      </Box>
      <StatusLine meta={meta} />
    </Box>
  )
}

/** The title in the largest of the brand's sizes at which it takes two lines, and the subtitle under it. */
function Title({meta, words, style, align}: {meta: PaperMeta; words: string; style: TextStyle; align: 'left' | 'center'}) {
  const setting = useSetting()
  const {look} = setting
  const {style: sized, lines} = setTitle(setting, words, style, look.width, look.layout.titleSizes)
  return (
    <>
      <Words role={{role: 'H1', title: meta.title}} unbroken style={{...sized, textAlign: align, width: look.width}}>{lines.join('\n')}</Words>
      {meta.subtitle ? (
        <Words role="P" unbroken style={{...look.type.subtitle, textAlign: align, width: look.width, marginTop: 7}}>
          {evenLines(setting, meta.subtitle, look.type.subtitle, look.width).join('\n')}
        </Words>
      ) : null}
    </>
  )
}

/** What the paper says of its own standing, such as that it updates an earlier one. */
function StatusLine({meta}: {meta: PaperMeta}) {
  const {look} = useSetting()
  return Object.entries(meta.more).map(([key, words]) => (
    <Paragraph key={key} style={look.type.chrome} width={look.width} box={{marginTop: 7}}>{plain(words)}</Paragraph>
  ))
}

const headingStyle = (style: TextStyle, colour: string | undefined): TextStyle => (colour ? {...style, color: colour} : style)
