import { okAnswer } from '@mozhou/contracts/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { generationStartedAnswer } from '@mozhou/contracts/generations/answers'
import { generationIdInput } from '@mozhou/contracts/generations/inputs'
import {
  attachmentAnswer,
  imageCreationAnswer,
  imageEnlargedAnswer,
  imageToolsAnswer,
  workPartAnswer,
} from '@mozhou/contracts/images/answers'
import type {
  AttachmentDto,
  ImageCreationDto,
  ImageEnlargedDto,
  ImagePriceChangeDto,
  ImagePriceRowDto,
  ImageToolsDto,
  WorkPartDto,
} from '@mozhou/contracts/images/answers'
import {
  attachmentIdInput,
  attachPictureInput,
  editImageInput,
  enlargeImageInput,
  generateImageInput,
  imageCreationIdInput,
  imagePricesInput,
  regenerateImageInput,
  upscaleImageInput,
  varyImageInput,
} from '@mozhou/contracts/images/inputs'
import { pageInput } from '@mozhou/contracts/page'
import type { Page } from '@mozhou/contracts/page'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import { attachPicture, detachPicture, listAttachments } from '@mozhou/domain/images/attachments'
import { enlargeImage } from '@mozhou/domain/images/enlarge-image'
import { getImageCreation } from '@mozhou/domain/images/get-image-creation'
import { listImagePriceRows, setImagePrices } from '@mozhou/domain/images/image-prices'
import { listImagePriceChanges } from '@mozhou/domain/images/list-image-price-changes'
import { describeImageTools } from '@mozhou/domain/images/describe-image-tools'
import { regenerateImage } from '@mozhou/domain/images/regenerate-image'
import { editImage, generateImage, upscaleImage, varyImage } from '@mozhou/domain/images/request-image'
import { listWorkParts } from '@mozhou/domain/images/work-parts'
import { z } from 'zod'
import { startRequested } from '../start-generation.ts'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { creationsTag } from './creations-tag.ts'
import { imagesTag as tag } from './images-tag.ts'
import { pictureRule, placeRule, wishRule } from './images-rules.ts'

const run = { tag, scope: 'image', beginsGeneration: true, answer: generationStartedAnswer } as const

export const imagesRouter = router({
  tools: userProcedure
    .meta({
      rest: 'GET /image/tools',
      tag,
      summary: { zh: '图片工具、尺寸、风格和价格', en: 'Tools of pictures, sizes, styles and prices' },
      answer: imageToolsAnswer,
      scope: 'image',
    })
    .query(({ ctx }): Promise<ImageToolsDto> => describeImageTools(ctx.domain)),

  generate: userProcedure
    .meta({
      ...run,
      rest: 'POST /image/generate',
      summary: { zh: '文本生成图片', en: 'Pictures from words' },
      rules: [wishRule, placeRule],
      pictureParts: ['reference'],
    })
    .input(generateImageInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await generateImage(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  variation: userProcedure
    .meta({
      ...run,
      rest: 'POST /image/variation',
      summary: { zh: '图片变体', en: 'Variations of a picture' },
      rules: [pictureRule],
      pictureParts: ['image'],
    })
    .input(varyImageInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await varyImage(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  edit: userProcedure
    .meta({
      ...run,
      rest: 'POST /image/edit',
      pictureParts: ['image', 'mask'],
      summary: { zh: '图片编辑', en: 'Edit a picture' },
      rules: [
        pictureRule,
        {
          zh: '`inpaint` 要有 `mask`；`replace_background` 要有 `prompt`，`restyle` 要有 `prompt` 或 `style`。',
          en: '`inpaint` needs a `mask`; `replace_background` a `prompt`, and `restyle` a `prompt` or a `style`.',
        },
      ],
    })
    .input(editImageInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await editImage(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  upscale: userProcedure
    .meta({
      ...run,
      rest: 'POST /image/upscale',
      pictureParts: ['image'],
      summary: { zh: '图片放大', en: 'Enlarge a picture with a model' },
      rules: [pictureRule],
    })
    .input(upscaleImageInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await upscaleImage(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  /** Without a model: a new version at once, for nothing. */
  enlarge: userProcedure
    .meta({
      rest: 'POST /image/enlarge',
      pictureParts: ['image'],
      tag,
      summary: { zh: '普通放大（不用模型，不增加细节，免费）', en: 'Enlarge plainly: no model, no detail added, free' },
      rules: [pictureRule],
      answer: imageEnlargedAnswer,
      scope: 'image',
      isLong: true,
    })
    .input(enlargeImageInput)
    .mutation(({ ctx, input }): Promise<ImageEnlargedDto> =>
      enlargeImage(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  regenerate: userProcedure
    .meta({
      ...run,
      rest: 'POST /image/{creation_id}/regenerate',
      summary: { zh: '重新生成图片', en: 'Make pictures anew' },
    })
    .input(regenerateImageInput)
    .mutation(async ({ ctx, input }): Promise<GenerationStartedDto> =>
      startRequested(ctx.workflows, await regenerateImage(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  get: userProcedure
    .meta({
      rest: 'GET /image/{creation_id}',
      tag,
      summary: { zh: '图片作品：版本、图片和进度', en: 'A work of pictures: versions, pictures, progress' },
      answer: imageCreationAnswer,
      scope: 'creations:read',
    })
    .input(imageCreationIdInput)
    .query(({ ctx, input }): Promise<ImageCreationDto> =>
      getImageCreation(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  stop: userProcedure
    .meta({
      rest: 'POST /image/{generation_id}/stop',
      tag,
      summary: { zh: '停止生成图片', en: 'Stop making pictures' },
      answer: okAnswer,
      scope: 'image',
    })
    .input(generationIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      const place = await requestStop(ctx.domain, { ...input, userId: ctx.user.id })
      if (place) await ctx.workflows.stopGeneration(place.creationId, place.ordinal)
      return { ok: true }
    }),

  workParts: userProcedure
    .meta({
      rest: 'GET /creations/{id}/parts',
      tag: creationsTag,
      summary: { zh: '作品里可以配图的位置', en: 'Places of a work that may have pictures' },
      answer: z.array(workPartAnswer),
      scope: 'creations:read',
    })
    .input(imageCreationIdInput)
    .query(({ ctx, input }): Promise<WorkPartDto[]> => listWorkParts(ctx.domain, { ...input, userId: ctx.user.id })),

  attachments: userProcedure
    .meta({
      rest: 'GET /creations/{id}/attachments',
      tag: creationsTag,
      summary: { zh: '作品的配图', en: 'Pictures of a work' },
      answer: z.array(attachmentAnswer),
      scope: 'creations:read',
    })
    .input(imageCreationIdInput)
    .query(({ ctx, input }): Promise<AttachmentDto[]> =>
      listAttachments(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  attach: userProcedure
    .meta({
      rest: 'POST /creations/{id}/attachments',
      tag: creationsTag,
      summary: { zh: '把图片配到作品里', en: 'Attach a picture to a work' },
      rules: [placeRule],
      answer: attachmentAnswer,
      scope: 'creations:write',
    })
    .input(attachPictureInput)
    .mutation(({ ctx, input }): Promise<AttachmentDto> => attachPicture(ctx.domain, { ...input, userId: ctx.user.id })),

  detach: userProcedure
    .meta({
      rest: 'DELETE /attachments/{attachment_id}',
      tag: creationsTag,
      summary: { zh: '从作品移除配图', en: 'Take a picture out of a work' },
      answer: okAnswer,
      scope: 'creations:write',
    })
    .input(attachmentIdInput)
    .mutation(({ ctx, input }): Promise<{ ok: true }> => detachPicture(ctx.domain, { ...input, userId: ctx.user.id })),

  prices: adminProcedure('image:price').query(({ ctx }): Promise<ImagePriceRowDto[]> => listImagePriceRows(ctx.domain)),

  priceChanges: adminProcedure('image:price')
    .input(pageInput)
    .query(({ ctx, input }): Promise<Page<ImagePriceChangeDto>> => listImagePriceChanges(ctx.domain, input)),

  setPrices: adminProcedure('image:price')
    .input(imagePricesInput)
    .mutation(({ ctx, input }): Promise<ImagePriceRowDto[]> =>
      setImagePrices(ctx.domain, { ...input, actor: ctx.actor }),
    ),
})
