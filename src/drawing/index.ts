/** The drawing vocabulary that blocks, kinds and pages share. */
export {BrandMark} from './brand-mark.js'
export {ContactCard, type ContactCardProps, type ContactLine, type DrawnContact, QrCode} from './contact.js'
export {
  Anchor, Box, type BoxProps, Drawing, type ElementProps, Mark, Plate, type Role, type RoleName, Run, type Style, shapes, Words, type WordsProps,
} from './elements.js'
export {draw, type DrawnNode, type DrawnText} from './draw.js'
export {Field, type FieldProps} from './field.js'
export {alignmentOf, Flow, FlowPiece} from './flow.js'
export {Capitals, Rule} from './furniture.js'
export {Heading} from './heading.js'
export {inlines, noteId} from './inlines.js'
export {dropTo, firstBaseline, ragOf} from './measures.js'
export {dividing, Paragraph, type ParagraphProps, plain} from './paragraph.js'
export {destination, fill, type Found, labelOf, type Setting, useSetting} from './setting.js'
export {bindLast, evenLines, setTitle, type SetTitle} from './title.js'
