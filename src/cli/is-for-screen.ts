import type {Job} from '../press/index.js'

/** Whether a paper is made as it is read and sent, and not for a printer. */
export const isForScreen = ({form}: Job): boolean => form === undefined || (form.output === 'screen' && !form.lightToner && !form.bleed && !form.duplex)
