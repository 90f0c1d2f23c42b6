import type { ImageVersionDto, PictureDto } from '@mozhou/contracts/images/answers'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { useI18n } from '../words.ts'

const typeNames: Readonly<Record<string, string>> = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' }

/** What a version and its pictures are called. */
export function useVersionFacts() {
  const { t, number, time } = useI18n()
  return {
    title: (version: ImageVersionDto) =>
      t('images.result.version', number(version.ordinal), t(`images.result.operations.${version.form.operation}`)),
    made: (version: ImageVersionDto) =>
      [t('images.pictures', number(version.pictures.length)), version.model ?? '', time(version.createdAt)]
        .filter(Boolean)
        .join(' · '),
    picture: (picture: PictureDto) =>
      t(
        'images.result.facts',
        number(picture.width),
        number(picture.height),
        typeNames[picture.mediaType] ?? picture.mediaType,
        formatBytes(picture.bytes, number),
      ),
  }
}
