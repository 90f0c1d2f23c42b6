import { Router } from 'express'
import { openAiError, openAiFailure } from '../../ai/openai/errors.ts'
import { openAiPlug } from '../../ai/openai/plug.ts'
import { authenticateOpenAi, openAiHeaders } from '../../ai/openai/protocol.ts'
import type { Plug } from '../../core/plug.ts'
import { extendPlug } from '../extend-plug.ts'
import { mediaFaults } from '../media-faults.ts'
import { serveMedia, type MediaVendor } from '../serve-media.ts'
import { editPictures, generatePictures, refuseVariations } from './pictures.ts'

const vendor: MediaVendor = {
  key: 'openai',
  headers: openAiHeaders,
  authenticate: authenticateOpenAi,
  malformed: () => openAiError(400, { message: 'We could not parse the body of your request.' }),
  failure(exchange, fault, detail) {
    const failure = openAiFailure(exchange, fault, detail)
    return failure === 'in-reply' ? openAiError(400, { message: 'Rejected.' }) : failure
  },
}

/** The vendor with its three endpoints for pictures. */
export function openAiWithPictures(): Plug {
  return extendPlug(openAiPlug(), {
    routes: (state) =>
      Router()
        .post('/images/generations', serveMedia(state, vendor, generatePictures))
        .post('/images/edits', serveMedia(state, vendor, editPictures))
        .post('/images/variations', serveMedia(state, vendor, refuseVariations)),
    faults: mediaFaults({
      answers: {
        'bad-key': '401 invalid_api_key',
        'rate-limit': '429 rate_limit_exceeded',
        billing: '429 insufficient_quota',
        retired: '404 model_not_found',
        overloaded: '503',
        'server-error': '500 server_error',
        'content-block': '400 content_policy_violation',
        'picture-filtered': '400 moderation_blocked',
      },
      hasTasks: false,
      hasLinks: false,
    }),
    reset: () => {},
  })
}
