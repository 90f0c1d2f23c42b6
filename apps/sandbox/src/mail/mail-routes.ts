import { Router } from 'express'
import { renderMailPage } from './mail-page.ts'
import type { Mailbox } from './mailbox.ts'

/** The page of what was received, and the same for programs; behind the control page's own headers. */
export function mailRoutes(mailbox: Mailbox): Router {
  return Router()
    .get('/', (_request, response) => {
      response.type('html').send(renderMailPage(mailbox.list()))
    })
    .get('/messages', (request, response) => {
      const { to } = request.query
      response.json({ messages: mailbox.list(typeof to === 'string' ? to : undefined) })
    })
    .delete('/messages', (_request, response) => {
      mailbox.clear()
      response.status(204).end()
    })
}
