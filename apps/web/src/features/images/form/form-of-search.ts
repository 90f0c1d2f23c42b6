import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { imageSizeKeys } from '@mozhou/contracts/images/kinds'
import type { ImagesSearch } from '../images-search.ts'
import type { ImageForm } from './image-form.ts'

/** What an address says of the form; a tool or a size that there is not is left out. */
export function formOfSearch(search: ImagesSearch): Partial<ImageForm> {
  const tool = imageToolKeys.find((key) => key === search.tool)
  const size = imageSizeKeys.find((key) => key === search.size)
  const { work, role, place } = search
  return {
    ...(tool && { tool }),
    ...(size && { size }),
    ...(work && role && { work: { creationId: work, role, place: place ?? null } }),
  }
}
