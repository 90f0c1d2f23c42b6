import { draw } from './draw.ts'
import { encode, type PictureFormat, type Raster } from './raster.ts'
import { aroundSubject, blend, blur, cutOut, enlarge, restyle, vary, type Weights } from './rework.ts'

/** What is to be made, whichever vendor was asked for it. */
export type Job = { format: PictureFormat; seed: string } & (
  | { kind: 'new'; prompt: string; width: number; height: number }
  | { kind: 'variation'; source: Raster; prompt: string }
  | { kind: 'edit'; source: Raster; weights: Weights; prompt: string }
  | { kind: 'restyle'; source: Raster; prompt: string }
  | { kind: 'cut-out'; source: Raster }
  | { kind: 'background'; source: Raster; prompt: string }
  | { kind: 'upscale'; source: Raster; factor: number }
)

async function makeRaster(job: Job, turn: number): Promise<Raster> {
  const seed = `${job.seed}|${turn}`
  switch (job.kind) {
    case 'new':
      return draw({ ...job, seed })
    case 'variation':
      return vary(job.source, turn)
    case 'restyle':
      return restyle(job.source, job.prompt)
    case 'cut-out':
      return cutOut(job.source)
    case 'upscale':
      return enlarge(job.source, job.factor)
    case 'edit': {
      const { source, prompt } = job
      // Without words, what is marked goes away.
      const made = prompt.trim() === '' ? await blur(source) : await draw({ ...source, prompt, seed })
      return blend(source, made, job.weights)
    }
    case 'background':
      return blend(job.source, await draw({ ...job.source, prompt: job.prompt, seed }), aroundSubject(job.source))
  }
}

/** The picture number `turn` of a job, in the format asked for. */
export async function makePicture(job: Job, turn: number): Promise<Buffer> {
  return encode(await makeRaster(job, turn), job.format)
}

/** As a filter of content hands it out: nothing of it can be made out. */
export async function makeBlurred(job: Job): Promise<Buffer> {
  return encode(await blur(await makeRaster(job, 0)), job.format)
}
