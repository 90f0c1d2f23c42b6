import type { Request, Response } from 'express'
import type { VendorAnswer } from '../../core/answer.ts'
import { openExchange, type Exchange } from '../../core/exchange.ts'
import { describeFault, hasFault, type ActiveFault } from '../../core/faults/active-fault.ts'
import { resolveFaults } from '../../core/faults/resolve-faults.ts'
import { firstByteDelay, gatewayPage, wireOptions } from '../../core/faults/wire-faults.ts'
import type { SandboxState } from '../../core/plug.ts'
import { wait, waitForever } from '../../core/wait.ts'
import { writeAnswer, writeHalfAnswer, writeStream } from '../../core/write-answer.ts'
import { applyToFrames, applyToReply, silence } from './apply-faults.ts'
import { buildReply } from './build-reply.ts'
import { isFailureFault } from './chat-faults.ts'
import type { ChatCall, ChatProtocol } from './chat-protocol.ts'
import { collectTexts } from './collect-texts.ts'
import type { Reply } from './reply.ts'

/** Answers chat calls of one protocol, with the faults that apply. */
export function serveChat<Call extends ChatCall>(state: SandboxState, protocol: ChatProtocol<Call>) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = await openExchange(state, protocol.vendor, request, response)
    const { model, faults } = resolveFaults(state, {
      vendor: protocol.vendor,
      model: protocol.modelOf(exchange),
      texts: collectTexts(exchange.body),
    })
    exchange.record.model = model
    exchange.record.faults = faults.map(describeFault)
    try {
      await answer(exchange, protocol, model, faults)
    } catch (cause) {
      // The client left: its close event has ended the record, and nobody is there to be told.
      if (!exchange.signal.aborted) throw cause
    }
  }
}

async function answer<Call extends ChatCall>(
  exchange: Exchange,
  protocol: ChatProtocol<Call>,
  model: string | null,
  faults: readonly ActiveFault[],
): Promise<void> {
  const headers = protocol.headers(exchange)
  const hang = hasFault(faults, 'hang')
  if (hang !== null && hang.afterChunks === null) await waitForever(exchange.signal)
  const refused = refusal(exchange, protocol, faults)
  if (refused !== null) {
    const slow = hasFault(faults, 'slow-first-byte')
    if (slow !== null) await wait(firstByteDelay(faults, exchange.state.settings), exchange.signal)
    writeAnswer(exchange, refused, headers)
    return
  }
  const checked = protocol.check(exchange, model)
  if (checked.kind === 'refused') {
    writeAnswer(exchange, checked.answer, headers)
    return
  }
  await speak(exchange, protocol, checked.call, faults, headers)
}

/** The answer that ends the call before the request is even looked at; null to go on. */
function refusal<Call extends ChatCall>(
  exchange: Exchange,
  protocol: ChatProtocol<Call>,
  faults: readonly ActiveFault[],
): VendorAnswer | null {
  if (exchange.isTooLarge) return protocol.tooLarge(exchange)
  const unauthenticated = protocol.authenticate(exchange)
  if (unauthenticated !== null) return unauthenticated
  if (hasFault(faults, 'html-error')) return gatewayPage
  for (const fault of faults) {
    if (!isFailureFault(fault.name)) continue
    const failure = protocol.failure(exchange, fault.name, fault)
    if (failure !== 'in-reply') return failure
  }
  return exchange.isJson ? null : protocol.malformed(exchange)
}

function compose<Call extends ChatCall>(
  exchange: Exchange,
  protocol: ChatProtocol<Call>,
  call: Call,
  faults: readonly ActiveFault[],
): Reply {
  const reply = applyToReply(buildReply(exchange, call), faults)
  if (hasFault(faults, 'refusal')) return silence(reply, 'refusal')
  if (hasFault(faults, 'content-block')) return silence(reply, 'content')
  const isNetworkFinish = reply.ending.kind === 'finish' && reply.ending.reason === 'network'
  return isNetworkFinish && !protocol.hasNetworkFinish ? { ...reply, ending: { kind: 'cut' } } : reply
}

async function speak<Call extends ChatCall>(
  exchange: Exchange,
  protocol: ChatProtocol<Call>,
  call: Call,
  faults: readonly ActiveFault[],
  headers: Record<string, string>,
): Promise<void> {
  const { settings } = exchange.state
  const reply = compose(exchange, protocol, call, faults)
  await wait(firstByteDelay(faults, settings), exchange.signal)
  const instead = hasFault(faults, 'json-instead-of-stream')
  if (call.isStream && instead === null) {
    const frames = applyToFrames(protocol.stream(call, reply, exchange), faults, protocol.unknownFrame)
    await writeStream(exchange, frames, headers, wireOptions(faults, settings, reply.ending.kind === 'cut'))
    return
  }
  if (instead?.variant === 'error') writeAnswer(exchange, protocol.errorInsteadOfStream(exchange), headers)
  else await speakWhole(exchange, protocol, call, reply, faults, headers)
}

async function speakWhole<Call extends ChatCall>(
  exchange: Exchange,
  protocol: ChatProtocol<Call>,
  call: Call,
  reply: Reply,
  faults: readonly ActiveFault[],
  headers: Record<string, string>,
): Promise<void> {
  const options = wireOptions(faults, exchange.state.settings, reply.ending.kind === 'cut')
  if (options.hangAfterChunks !== null) await waitForever(exchange.signal)
  // A whole answer takes as long as its stream would.
  await wait(options.chunkDelayMs * reply.chunks.length, exchange.signal)
  if (reply.ending.kind === 'error') {
    const failure = protocol.failure(exchange, reply.ending.failure, null)
    if (failure !== 'in-reply') {
      writeAnswer(exchange, failure, headers)
      return
    }
  }
  const whole = protocol.plain(call, reply, exchange)
  if (reply.ending.kind === 'cut') writeHalfAnswer(exchange, whole, headers)
  else writeAnswer(exchange, whole, headers)
}
