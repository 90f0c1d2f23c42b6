import { parseId } from '@mozhou/contracts/ids'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import { takePlatformNotice } from '@mozhou/domain/publications/take-platform-notice'
import express from 'express'
import type { Request, RequestHandler, Response } from 'express'
import type { ContextParts } from '../context.ts'

/** A notice is a kilobyte or two. */
const maxBodyBytes = 64 * 1024

/**
 * Where platforms tell us what became of a publication: one address for all accounts of a platform, or one for each, as the platform has it.
 * Signed by the platform, so that nobody signs in; answered with what it demands, once what it said is committed.
 */
export function platformCallbacks(parts: ContextParts): RequestHandler[] {
  return [express.raw({ type: () => true, limit: maxBodyBytes }), (req, res) => answer(parts, req, res)]
}

async function answer({ domain, workflows }: ContextParts, req: Request, res: Response): Promise<void> {
  const platform = platformKeys.find((key) => key === req.params['platform'])
  const named = req.params['account']
  const accountId = named === undefined ? null : parseId('platformAccount', String(named))
  if (platform === undefined || (named !== undefined && accountId === null)) {
    res.status(404).end()
    return
  }
  const raw = {
    method: req.method === 'GET' ? ('GET' as const) : ('POST' as const),
    query: Object.fromEntries(new URLSearchParams(req.url.split('?')[1] ?? '')),
    headers: Object.fromEntries(Object.entries(req.headers).map(([key, value]) => [key, value?.toString()])),
    body: req.body instanceof Uint8Array ? req.body : new Uint8Array(),
  }
  const { reply, told } = await takePlatformNotice(domain, { platform, accountId, raw })
  res.status(reply.status).type(reply.contentType).send(reply.body)
  // The rows say all; a run that was not told asks by itself.
  for (const publication of told)
    void workflows
      .tellPublication(publication)
      .catch((err: unknown) => domain.log.warn({ err }, 'the run of a publication was not told of a notice'))
}
