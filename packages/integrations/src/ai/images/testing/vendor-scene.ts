import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { jsonOf, startVendorServer, type SeenRequest, type VendorServer } from '../../testing/vendor-server.ts'
import type { Accepted, Finished, ImageModel, ImageRequest, ImageTarget, Picture } from '../port.ts'
import { createImageModel } from '../registry.ts'
import { imageTarget } from './image-target.ts'
import { grainyPicture, middleMask } from './pictures.ts'

export const never: AbortSignal = new AbortController().signal

interface Sent {
  submitted: Accepted | Finished
  seen: SeenRequest
}

/** A pretended vendor, and the two pictures that requests are about. */
export interface VendorScene {
  server: VendorServer
  source: Picture
  mask: Picture
  model(vendor: ImageVendorKey, upstreamModel?: string, changes?: Partial<ImageTarget>): ImageModel
  /** Submits, with this answer to it; gives back what went over the wire. */
  sent(vendor: ImageVendorKey, name: string | undefined, request: ImageRequest, answer: unknown): Promise<Sent>
}

async function send(
  scene: VendorScene,
  vendor: ImageVendorKey,
  name: string | undefined,
  request: ImageRequest,
  answer: unknown,
): Promise<Sent> {
  scene.server.play(jsonOf(200, answer))
  const submitted = await scene.model(vendor, name).submit(request, never)
  const seen = scene.server.requests.at(-1)
  if (!seen) throw new Error('nothing was sent')
  return { submitted, seen }
}

export async function openVendorScene(): Promise<VendorScene> {
  const server = await startVendorServer()
  const scene: VendorScene = {
    server,
    source: await grainyPicture(1024, 1024),
    mask: await middleMask(1024, 1024),
    model: (vendor, upstreamModel, changes = {}) =>
      createImageModel({ ...imageTarget(vendor, server.url), ...(upstreamModel && { upstreamModel }), ...changes }),
    sent: (vendor, name, request, answer) => send(scene, vendor, name, request, answer),
  }
  return scene
}

/** @throws when it succeeds, or fails with anything but a VendorError */
export async function failureOf(run: Promise<unknown>): Promise<VendorError> {
  const cause = await run.then(
    () => null,
    (error: unknown) => error,
  )
  if (cause instanceof VendorError) return cause
  throw new Error(`expected a VendorError, got ${String(cause)}`, { cause })
}
