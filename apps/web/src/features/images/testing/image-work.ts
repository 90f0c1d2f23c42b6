import type {
  ImageCreationDto,
  ImageFormDto,
  ImageRunDto,
  ImageVersionDto,
  PictureDto,
} from '@mozhou/contracts/images/answers'
import type { GenerationDto } from '@mozhou/contracts/generations/answers'
import { createImageForm } from '../form/form-state.ts'
import type { ImageStudioContext } from '../studio-context.ts'

const instant = '2026-11-30T01:00:00.000Z'

export function pictureOf(place: number): PictureDto {
  return {
    fileId: `fil_${place}`,
    width: 1_024,
    height: 768,
    mediaType: 'image/png',
    bytes: 1_200_000,
    urls: { full: `/f/${place}/full`, card: `/f/${place}/card`, icon: `/f/${place}/icon` },
  }
}

export function imageForm(change: Partial<ImageFormDto> = {}): ImageFormDto {
  return {
    tool: 'text-to-image',
    operation: 'generate',
    prompt: '江上小舟',
    helpsPrompt: false,
    negativePrompt: '',
    size: 'square',
    style: 'none',
    quality: 'standard',
    count: 2,
    strength: null,
    factor: null,
    work: null,
    source: null,
    sourceVersionId: null,
    ...change,
  }
}

export function imageVersion(change: Partial<ImageVersionDto> = {}): ImageVersionDto {
  return {
    id: 'ver_1',
    ordinal: 1,
    kind: 'generated',
    generationId: 'gen_1',
    parentVersionId: null,
    form: imageForm(),
    usedPrompt: '江上小舟',
    isPromptHelped: false,
    pictures: [pictureOf(1), pictureOf(2)],
    missing: 0,
    isPlain: false,
    isByAi: true,
    isPartial: false,
    model: '通义万相',
    isSandbox: true,
    createdAt: instant,
    ...change,
  }
}

/** A run that has come to its end, where nothing else is said. */
export function imageRun(change: Partial<ImageRunDto> & Partial<GenerationDto> = {}): ImageRunDto {
  const { form, step, usedPrompt, pictures, generation: _, ...ofGeneration } = change
  return {
    generation: {
      id: 'gen_1',
      creationId: 'cre_1',
      ordinal: 1,
      kind: 'generate',
      status: 'succeeded',
      coveredBy: 'credits',
      priceCredits: 30,
      refundedCredits: 0,
      failure: null,
      isStopRequested: false,
      model: '通义万相',
      createdAt: instant,
      finishedAt: instant,
      ...ofGeneration,
    },
    form: form ?? imageForm(),
    step: step ?? 'done',
    usedPrompt: usedPrompt ?? null,
    pictures: pictures ?? [],
  }
}

export function imageWork(change: Pick<ImageCreationDto, 'versions' | 'run'>): ImageCreationDto {
  return {
    creation: {
      id: 'cre_1',
      kind: 'image',
      tool: 'text-to-image',
      toolTitle: { zh: '文生图', en: 'Text to image' },
      title: '江上小舟',
      status: 'succeeded',
      isIncomplete: false,
      wordCount: 0,
      thumbnail: null,
      createdAt: instant,
      updatedAt: instant,
    },
    currentVersionId: change.versions.at(-1)?.id ?? null,
    deletedAt: null,
    ...change,
  }
}

/** A studio in which nothing is under way. */
export function studioContext(start: Partial<ImageStudioContext['start']> = {}): ImageStudioContext {
  return {
    form: createImageForm({}, false),
    start: { press: () => {}, isPending: () => false, refusal: () => null, reset: () => {}, ...start },
    started: () => null,
    setStarted: () => {},
    isMaking: () => false,
    setIsMaking: () => {},
    setShown: () => {},
    removeWork: () => {},
    workOn: () => {},
  }
}
