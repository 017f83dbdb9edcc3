import {mm, pt, type TextStyle} from '../../brand/index.js'
import {alignmentOf, Box, Capitals, Drawing, Mark, Paragraph, plain, shapes, useSetting, Words} from '../../drawing/index.js'
import {inLanguage} from '../in-language.js'
import type {ClosingProps} from '../kind.js'
import {capital, formulasOf, officesOf} from './formulas.js'

/** The words of courtesy that end a note, place and date, room for the seal, whom the note is for, and what is enclosed. */
export function Seal({meta, width}: ClosingProps) {
  const setting = useSetting()
  const {look, language} = setting
  const {body, label} = look.type
  const {closing, dated} = formulasOf(meta)
  const {sender, recipient} = officesOf(meta)
  const left = pt(width - SEAL - 28)
  return (
    <Box style={{width, rowGap: 14}}>
      <Paragraph style={body} width={look.textWidth} align={alignmentOf(setting)}>{plain(closing(sender, recipient))}</Paragraph>
      <Words role="P" unbroken style={{...body, width, textAlign: 'right'}}>{dated(String(meta.own.place ?? ''), language.date(meta.date, 'long'))}</Words>
      <Box style={{flexDirection: 'row', alignItems: 'flex-end'}}>
        <Box style={{width: left}}>
          <Paragraph style={body} width={Math.min(left, pt(mm(80)))}>{plain(capital(recipient))}</Paragraph>
        </Box>
        <Box style={{marginLeft: 'auto'}}><PlaceOfSeal /></Box>
      </Box>
      <Enclosures titles={[meta.own.enclosures ?? []].flat()} style={{...label, color: look.colours.ink}} width={width} />
    </Box>
  )
}

/** As wide as seals are. */
const SEAL = pt(mm(34))

/** Sealed and not signed: locus sigilli. */
function PlaceOfSeal() {
  const {look, language} = useSetting()
  const {hair, quiet} = look.colours
  const {fontFamily, fontSize} = look.type.label
  const middle = SEAL / 2
  return (
    <Drawing width={SEAL} height={SEAL} alt={inLanguage({en: 'Place of the seal', fr: 'Emplacement du sceau'}, language.code)}>
      <shapes.Circle cx={middle} cy={middle} r={middle - 0.5} fill="none" stroke={hair} strokeWidth={0.5} strokeDasharray="2 2" />
      <Mark x={middle} y={middle + fontSize / 3} anchor="middle" fill={quiet} style={{fontFamily, fontSize}}>L.S.</Mark>
    </Drawing>
  )
}

/** Numbered, that a registry may tick them off. */
function Enclosures({titles, style, width}: {titles: readonly string[]; style: TextStyle; width: number}) {
  const {language} = useSetting()
  if (titles.length === 0) return null
  const indent = 17.5
  return (
    <Box style={{width, rowGap: 3.5}}>
      <Capitals role="P" ahead={28}>{inLanguage({en: 'Enclosures', fr: 'Pièces jointes'}, language.code)}</Capitals>
      <Box role={{role: 'L', numbering: 'Decimal'}} style={{width, rowGap: 1.75}}>
        {titles.map((title, at) => (
          <Box key={at} role="LI" style={{flexDirection: 'row'}}>
            <Box role="Lbl" style={{width: indent}}><Words unbroken style={style}>{`${at + 1}.`}</Words></Box>
            <Box role="LBody" style={{width: width - indent}}><Paragraph style={style} width={width - indent}>{plain(title)}</Paragraph></Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
