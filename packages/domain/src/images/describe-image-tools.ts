import type { ImageToolsDto } from '@mozhou/contracts/images/answers'
import {
  imageQualityTitles,
  imageSizeKeys,
  imageSizes,
  imageStyleKeys,
  imageStyles,
  mostPictures,
} from '@mozhou/contracts/images/kinds'
import { imageToolKeys, imageTools } from '@mozhou/contracts/image-tools/registry'
import { imageOperations, imageQualities } from '@mozhou/contracts/models/image-kinds'
import type { DomainContext } from '../context.ts'
import { loadCatalogue } from '../models/catalogue.ts'
import { listImagePrices } from './image-prices.ts'

/** Everything that a form of pictures is drawn from. */
export async function describeImageTools(ctx: DomainContext): Promise<ImageToolsDto> {
  const [prices, models] = await Promise.all([listImagePrices(ctx), loadCatalogue(ctx)])
  const offered = new Set(models.flatMap(({ abilities }) => abilities?.operations ?? []))
  return {
    tools: imageToolKeys.map((key) => ({ key, ...imageTools[key] })),
    sizes: imageSizeKeys.map((key) => ({ key, ...imageSizes[key] })),
    styles: imageStyleKeys.map((key) => ({ key, title: imageStyles[key] })),
    qualities: imageQualities.map((key) => ({ key, title: imageQualityTitles[key] })),
    mostPictures,
    prices,
    operations: imageOperations.filter((operation) => offered.has(operation)),
  }
}
