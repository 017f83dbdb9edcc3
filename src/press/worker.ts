/** The process that papers are printed in: it reads the workspace, and reaches nothing else. */
import {beginPrinting} from './begin-printing.js'

await beginPrinting('press/printing')
