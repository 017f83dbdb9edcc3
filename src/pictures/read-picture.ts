import {createHash} from 'node:crypto'
import type {Picture} from '../content.js'
import {bareJpeg} from './jpeg-bare.js'
import {isTurned} from './jpeg-turned.js'
import {pictureSize} from './picture-size.js'
import {notAPicture, type PictureTrouble} from './picture-trouble.js'
import {carryPaint} from './svg-paint.js'
import {troubleOfJpeg} from './trouble-of-jpeg.js'
import {troubleOfPng} from './trouble-of-png.js'
import {troubleOfSvg} from './trouble-of-svg.js'

/** A picture that prints, and the bytes it is drawn from; or what is wrong with it. */
export type ReadPicture = {picture: Picture; bytes: Uint8Array} | PictureTrouble

/**
 * Reads a file as a picture: by its first bytes, whole, of a size that can be held. A photograph leaves its metadata behind.
 * `families` are the fonts that words in a drawing may be set in.
 */
export async function readPicture(bytes: Uint8Array, typed: string, families: ReadonlySet<string>): Promise<ReadPicture> {
  const size = pictureSize(bytes)
  if (!size) return notAPicture(typed, bytes)
  const {width, height, format} = size
  if (width * height > MOST_PIXELS && format !== 'svg') {
    const message = `\`${typed}\` is ${width} × ${height} pixels: expected at most 40 million in all`
    return {rule: 'image-too-large', message, hint: 'Make it smaller: 2000 pixels fill the width of a page'}
  }
  const trouble =
    format === 'png' ? await troubleOfPng(bytes, typed) : format === 'jpeg' ? troubleOfJpeg(bytes, typed) : troubleOfSvg(bytes, typed, families)
  if (trouble) return trouble
  // A camera held upright says so in the file, and the picture prints turned.
  const turned = format === 'jpeg' && isTurned(bytes) ? {format, width: height, height: width} : size
  const drawn =
    format === 'svg' ? new TextEncoder().encode(carryPaint(new TextDecoder().decode(bytes))) : format === 'jpeg' ? bareJpeg(bytes) : bytes
  return {picture: {sha256: createHash('sha256').update(drawn).digest('hex'), ...turned}, bytes: drawn}
}

const MOST_PIXELS = 40_000_000
