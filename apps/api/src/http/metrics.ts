import type { RequestHandler, Response } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  httpSeconds: Histogram<'method' | 'route' | 'status'>
  procedureSeconds: Histogram<'path' | 'type' | 'code'>
  eventStreams: Gauge
}

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** A registry of its own, so that several apps may live in one process (tests). */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'mozhou_http_request_duration_seconds',
      help: 'Time from request to end of answer, without event streams: those last as long as their viewers stay.',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    }),
    procedureSeconds: new Histogram({
      name: 'mozhou_procedure_duration_seconds',
      help: 'Time of one tRPC call; for a subscription, until its stream begins.',
      labelNames: ['path', 'type', 'code'],
      buckets: seconds,
      registers,
    }),
    eventStreams: new Gauge({ name: 'mozhou_event_streams', help: 'Open server-sent event streams.', registers }),
  }
}

/**
 * What was answered as a stream is not counted: a minute of watching is no slow answer. A refusal to stream is an answer like others.
 * `route` is the mount point or the route's pattern, never a raw path: ids would make endless series.
 */
export function measureRequests({ httpSeconds }: Metrics): RequestHandler {
  return (req, res, next) => {
    const end = httpSeconds.startTimer({ method: req.method })
    res.once('close', () => {
      if (isEventStream(res)) return
      end({ route: routeOf(req), status: String(res.statusCode) })
    })
    next()
  }
}

function isEventStream(res: Response): boolean {
  return String(res.getHeader('content-type')).startsWith('text/event-stream')
}

function routeOf(req: { originalUrl: string; route?: { path?: unknown } }): string {
  if (req.originalUrl.startsWith('/trpc')) return '/trpc'
  const pattern = req.route?.path
  return typeof pattern === 'string' ? pattern : 'other'
}

export function metricsEndpoint({ registry }: Metrics): RequestHandler {
  return async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics())
  }
}
