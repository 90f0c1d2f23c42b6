import { z } from 'zod'
import { countAnswer } from '../answers.ts'
import { imageOperations, pictureTypes } from './image-kinds.ts'

const sizeAnswer = z.object({ width: countAnswer, height: countAnswer })

const sizeRuleAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listed'), sizes: z.array(sizeAnswer).readonly() }),
  z.object({
    kind: z.literal('free'),
    step: countAnswer,
    minSide: countAnswer,
    maxSide: countAnswer,
    maxPixels: countAnswer,
    maxRatio: z.number(),
  }),
  z.object({ kind: z.literal('ratios'), ratios: z.array(z.string()).readonly() }),
])

/** `ImageAbilities`, as it is told to those who ask for models. */
export const imageAbilitiesAnswer = z
  .object({
    operations: z.array(z.enum(imageOperations)).readonly(),
    sizes: sizeRuleAnswer,
    maxCount: countAnswer,
    formats: z.array(z.enum(pictureTypes)).readonly(),
    maxPromptChars: countAnswer,
    maxNegativeChars: countAnswer,
    source: z
      .object({
        types: z.array(z.enum(pictureTypes)).readonly(),
        minSide: countAnswer,
        maxSide: countAnswer,
        maxPixels: countAnswer,
        maxBytes: countAnswer,
      })
      .nullable(),
    mask: z.object({ exactness: z.enum(['exact', 'guide']), maxBytes: countAnswer }).nullable(),
    upscaleFactors: z.array(countAnswer).readonly(),
    isModerated: z.boolean(),
    findsLostTasks: z.boolean(),
  })
  .meta({ id: 'ImageAbilities' })
