import { z } from 'zod'
import { textInput } from '../text.ts'
import { defineTool } from '../tools/tool.ts'
import { bodySection } from '../tools/usual-sections.ts'
import { imagePromptKey } from './keys.ts'

/** Not a tool that anybody writes with: the form by which operators try what makes prompts for pictures. */
export const imagePromptTool = defineTool({
  key: imagePromptKey,
  title: { zh: '图片提示词', en: 'Prompts for pictures' },
  description: {
    zh: '把一句想法或一段作品变成画面描述',
    en: 'Makes a description of a picture of a wish or of a work',
  },
  icon: 'image',
  input: z.object({ wish: textInput(2, 2_000) }),
  output: z.object({ body: z.string() }),
  example: { wish: '一只戴草帽的橘猫坐在老茶馆门口，像老照片' },
  titleFrom: 'wish',
  sections: [bodySection('一段画面描述')],
  fields: [
    {
      name: 'wish',
      control: 'textarea',
      label: { zh: '想法', en: 'Wish' },
      isRequired: true,
      maxLength: 2_000,
    },
  ],
})
