import type { imagesErrors } from './errors.ts'

export const imagesErrorsEn = {
  IMAGE_URL_REFUSED:
    'No picture could be fetched from this address. Nothing was charged. Check that anybody can open it, or upload the picture.',
  IMAGE_MASK_DIFFERS:
    'The painted area and the picture differ in size. Nothing was charged. Paint it anew on the picture.',
  IMAGE_MASK_COLOURED:
    'A mask is black and white: white is what is made anew. Nothing was charged. Send a black and white PNG, or paint on the picture.',
  IMAGE_MASK_EMPTY: 'No area was painted. Nothing was charged. Paint the part that is to be made anew.',
  IMAGE_TOO_LARGE_TO_ENLARGE:
    'The enlarged picture would have more than {{ maximum }} million pixels. Nothing was charged. Choose a smaller factor or a smaller picture.',
  CREATION_HAS_NO_PICTURES:
    'This work has no pictures, so that cannot be done. Nothing was charged. Choose a work of pictures.',
  WORK_PART_NOT_FOUND: 'The work has no such place; it may have been changed. Refresh and choose again.',
  ATTACHMENT_NOT_FOUND: 'This picture of the work was not found; it may have been taken out. Refresh and look again.',
  ATTACHMENTS_LIMIT:
    'This work has as many pictures as it may ({{ limit }}). Take out those you do not need and try again.',
  IMAGE_PRICE_CHANGED:
    'Somebody has just changed this price: it is {{ credits }} credits now. Nothing was saved. Look at it and change it again.',
} satisfies Record<keyof typeof imagesErrors, string>
