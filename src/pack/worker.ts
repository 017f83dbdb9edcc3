/** The process that a pack is printed in: as that of a single paper, it reads the workspace and reaches nothing else. */
import {beginPrinting} from '../press/begin-printing.js'

await beginPrinting('pack/printing')
