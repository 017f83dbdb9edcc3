/** A PAdES signature (ETSI EN 319 142-1, B-B) is added to a finished PDF, whose bytes stay as they are. */

/** What a signature is made with. */
export interface SignOptions {
  /** A PKCS #12 file: the certificate and its key. */
  p12: Uint8Array
  password: string
  /** The time that the signature claims. */
  date: Date
}

export type Signed = {bytes: Uint8Array; because?: never} | {bytes?: never; because: string; hint: string}

/** As much of `@libpdf/core` as is used: it is an optional dependency, and its types may be absent. */
interface Library {
  PDF: {load(bytes: Uint8Array): Promise<{sign(options: object): Promise<{bytes: Uint8Array}>}>}
  P12Signer: {create(p12: Uint8Array, password: string): Promise<object>}
}

const LIBRARY = '@libpdf/core'

/** Whether the library that signs is installed. */
export const canSign = async (): Promise<boolean> => (await loadLibrary()) !== undefined

/** Signs a PDF; says why it cannot be done, in the reader's words. The password is kept nowhere and told to nobody. */
export async function signPdf(bytes: Uint8Array, {p12, password, date}: SignOptions): Promise<Signed> {
  const library = await loadLibrary()
  if (!library) {
    return {because: `signing needs the package \`${LIBRARY}\`, which is not installed`, hint: `Run \`npm install ${LIBRARY}\``}
  }
  let signer: object
  try {
    signer = await library.P12Signer.create(p12, password)
  } catch {
    // Its own words tell a wrong password and a broken file alike.
    const hint = 'Check the password, and that the file is a PKCS #12 file with a certificate and its key'
    return {because: 'the certificate cannot be opened with this password', hint}
  }
  const pdf = await library.PDF.load(bytes)
  const {bytes: signed} = await pdf.sign({signer, level: 'B-B', signingTime: date})
  if (Buffer.compare(signed.subarray(0, bytes.length), bytes) !== 0) {
    return {because: 'the file cannot be signed without being written anew, and its tags might be lost', hint: 'Sign the PDF as it was printed'}
  }
  return {bytes: signed}
}

async function loadLibrary(): Promise<Library | undefined> {
  const name: string = LIBRARY // not a literal: the compiler would ask for its types where it is not installed
  try {
    return (await import(name)) as Library // the border to a package that may be absent
  } catch {
    return undefined
  }
}
