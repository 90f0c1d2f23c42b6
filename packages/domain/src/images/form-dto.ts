import { formatId } from '@mozhou/contracts/ids'
import type { ImageFormDto, PictureDto } from '@mozhou/contracts/images/answers'
import type { ImageInput } from './image-input.ts'

export function toFormDto(form: ImageInput, pictures: ReadonlyMap<string, PictureDto>): ImageFormDto {
  const { work, sourceFileId, sourceVersionId, maskFileId: _mask, unitCredits: _price, ...shown } = form
  return {
    ...shown,
    work: work && {
      creationId: formatId('creation', work.creationId),
      role: work.role,
      place: work.role === 'cover' ? null : work.place,
    },
    source: sourceFileId === null ? null : (pictures.get(sourceFileId) ?? null),
    sourceVersionId: sourceVersionId === null ? null : formatId('version', sourceVersionId),
  }
}
