import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import express from 'express'
import type { Request, Response } from 'express'
import { Pool } from 'pg'
import { readEventStream } from '../../e2e/support/event-stream.ts'
import { sandboxRequest } from './sandbox-request.ts'

/**
 * The least that does a generation's work and survives nothing: one route that charges, streams the sandbox's text to its caller, stores
 * it, and refunds when that fails. Started by `baseline.ts`, in a process of its own so that its CPU can be read.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 16, application_name: 'baseline' })
const sandboxUrl = process.env['SANDBOX_URL'] ?? ''
await pool.query(
  'CREATE TABLE IF NOT EXISTS baseline_texts (id uuid PRIMARY KEY, user_id uuid NOT NULL, text text NOT NULL)',
)

const app = express()
app.use(express.json())
app.post('/generate', async (req: Request<object, unknown, { userId: string }>, res: Response) => {
  const id = crypto.randomUUID()
  const { userId } = req.body
  await charge(id, userId)
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  try {
    const text = await passOn(res)
    await pool.query('INSERT INTO baseline_texts (id, user_id, text) VALUES ($1, $2, $3)', [id, userId, text])
    res.end('event: done\ndata: {"type":"done","status":"succeeded"}\n\n')
  } catch {
    await refund(id)
    res.end('event: done\ndata: {"type":"done","status":"failed"}\n\n')
  }
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })

async function charge(id: string, userId: string): Promise<void> {
  await pool.query({
    name: 'charge',
    text: `SELECT * FROM post_entry(gen_random_uuid(), $1, 'consume', $2, 'credits', 'consumption', $3, 'generation', $4, NULL, NULL, NULL, false, now())`,
    values: [`charge:${id}`, userId, -generationPriceCredits, id],
  })
}

async function refund(id: string): Promise<void> {
  await pool.query(`SELECT * FROM reverse_entry(gen_random_uuid(), $1, $2, 'refund', NULL, NULL, now())`, [
    `refund:${id}`,
    `charge:${id}`,
  ])
}

/** Every piece as it comes; returns the whole. */
async function passOn(res: Response): Promise<string> {
  const answer = await fetch(...sandboxRequest(sandboxUrl))
  if (!answer.ok || !answer.body) throw new Error(`sandbox: ${answer.status}`)
  let text = ''
  for await (const { data } of readEventStream(answer.body)) {
    if (data === '[DONE]') break
    const piece = (JSON.parse(data) as { choices: { delta?: { content?: string } }[] }).choices[0]?.delta?.content
    if (!piece) continue
    text += piece
    res.write(`event: delta\ndata: ${JSON.stringify({ type: 'delta', text: piece })}\n\n`)
  }
  return text
}
