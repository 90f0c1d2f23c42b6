import type { filesErrors } from './errors.ts'

export const filesErrorsEn = {
  FILE_NOT_FOUND: 'This file was not found; it may have been deleted. Refresh the list.',
  FILE_TOO_LARGE:
    'The file is too large and was not uploaded. Files of this kind may have {{ maximum }} MB. Compress it and try again.',
  FILE_EMPTY: 'This file is empty and was not uploaded. Choose another one.',
  FILE_TYPE_REFUSED:
    'Files of this type cannot be uploaded. Use JPG, PNG or WebP for pictures, docx or pptx for documents, MP4, MOV or WebM for videos, and MP3, M4A or WAV for sound; save SVG, HEIC and web pages as one of these first.',
  FILE_KIND_DIFFERS: 'A file of another kind is wanted here; it was not uploaded. Choose another one.',
  FILE_ANIMATED: 'Animated pictures cannot be uploaded. Save one frame as JPG or PNG.',
  FILE_DAMAGED:
    'The file cannot be opened; it may be incomplete or damaged, and was not kept. Open it in a viewer, save it anew and try again.',
  FILE_PIXELS:
    'The picture is too large: {{ width }} × {{ height }} pixels, with {{ maximum }} million at most. Make it smaller and try again.',
  FILE_ZIP_REFUSED:
    'This document was not taken: it has a password or macros, or is too large when unpacked. Save it without them as docx or pptx.',
  FILE_CUT_OFF: 'The file did not arrive whole and was not kept. Check the network and upload it again.',
  FILES_FULL:
    'Your space is full ({{ limit }} MB); nothing was kept. Delete files under Settings → Space used and empty the trash.',
  FILES_BUSY: 'Too many files are being worked on; nothing was kept. Try again in {{ wait }}.',
  FILE_LINK_INVALID: 'This link to a file is not valid. Go back to the page and open it again.',
  FILE_LINK_EXPIRED: 'This link to a file has expired. Go back to the page and open it again.',
  UPLOAD_NOT_FOUND: 'This upload is over or has expired. Upload the file anew.',
  UPLOAD_OFFSET_DIFFERS:
    'This part does not go on where the upload stands, which is at byte {{ offset }}. Ask where it stands and send from there.',
  UPLOADS_TOO_MANY:
    'You have {{ maximum }} uploads that are not finished. Finish or cancel one, or wait a day until they end by themselves.',
  UPLOAD_PROTOCOL: 'Uploads in parts speak tus {{ version }}: send the header Tus-Resumable with this version.',
  FILE_NOT_AI: 'The platform did not generate this file, so it carries no mark of an AI. Download it as it is.',
  FILE_NOT_PICTURE: 'Only pictures come in a format and size of choice. Download this file as it is.',
  PICTURE_FORMAT_SIDE:
    'This picture is too long for WebP, whose sides have {{ maximum }} pixels at most. Choose another format or a smaller size.',
  PICTURE_LETTERS_MISSING:
    'These letters cannot be drawn into a picture, and none was made: {{ letters }}. Replace them and try again.',
  FORMULA_UNREADABLE: 'This formula is not understood, and was not drawn. Check its TeX, or write it in words.',
  FILE_MARK_IMPOSSIBLE:
    'The mark of an AI cannot be written into this film; nothing was changed. Export it anew as MP4 (H.264, AAC) and upload that.',
} satisfies Record<keyof typeof filesErrors, string>
