import {installedVersion} from '../files.js'
import {VERSION} from '../version.js'

/** Packages that decide what bytes a paper has; another version of any may give others. */
const ENGINE = ['@react-pdf/layout', '@react-pdf/render', 'fontkit', 'hyphen', 'pdfkit', 'remark', 'yaml']

/** The program and the packages that make its papers, by name and version. */
export const toolVersions = (): Record<string, string> => ({
  demarche: VERSION,
  ...Object.fromEntries(ENGINE.map((name) => [name, installedVersion(name) ?? 'unknown'])),
})
