export {pictureSize} from './picture-size.js'
export {type PictureTrouble, refusedAddress, troubleOfFile} from './picture-trouble.js'
export {type ReadPicture, readPicture} from './read-picture.js'
