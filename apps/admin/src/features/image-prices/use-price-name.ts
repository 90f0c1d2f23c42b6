import type { ImagePriceDto } from '@mozhou/contracts/images/answers'
import { imageQualityTitles, toolWithQualities } from '@mozhou/contracts/images/kinds'
import { imageTools } from '@mozhou/contracts/image-tools/registry'
import { useI18n } from './words.ts'

/** What a price is of: the tool, and the quality where it has several. */
export function usePriceName(): (price: Pick<ImagePriceDto, 'tool' | 'quality'>) => string {
  const { pick } = useI18n()
  return ({ tool, quality }) => {
    const title = pick(imageTools[tool].title)
    return tool === toolWithQualities ? `${title} · ${pick(imageQualityTitles[quality])}` : title
  }
}
