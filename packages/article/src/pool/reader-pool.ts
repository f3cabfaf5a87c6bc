import { Worker } from 'node:worker_threads';
import type { FlatMeta } from '../read-flat.ts';
import type { HtmlMeta } from '../read-html.ts';
import type { ArticleReading, RejectionCode } from '../reading.ts';
import { rejectedReading } from '../reading.ts';
import type { ReadReply, ReadRequest } from './worker.ts';

/** Limits of a pool. */
export interface ReaderPoolOptions {
  /** Threads; each holds about 120 MB. */
  threads: number;
  /** Milliseconds for one document; then its thread is ended and the document rejected with `deadline`. */
  deadlineMs: number;
  /** Heap of a thread in megabytes; a document that needs more ends the thread and is rejected with `out-of-memory`. */
  heapMb: number;
  /** The thread's module; a test may give another one. */
  workerUrl: URL;
}

/** Reads documents in killable threads. Every call resolves with a reading: what goes wrong is a coded rejection, never a throw. */
export interface ReaderPool {
  readHtml(html: string, meta?: HtmlMeta): Promise<ArticleReading>;
  readFlat(text: string, meta?: FlatMeta): Promise<ArticleReading>;
  /** Ends all threads; documents still waiting or running are rejected with `failed`. */
  close(): Promise<void>;
}

interface Job {
  request: ReadRequest;
  done: (reading: ArticleReading) => void;
}

interface Seat {
  worker: Worker | undefined;
  /** Whether the thread has loaded and waits for documents. */
  ready: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

const defaults: ReaderPoolOptions = { threads: 1, deadlineMs: 5_000, heapMb: 512, workerUrl: new URL('./worker.ts', import.meta.url) };

/** A thread that has not loaded by then is given up. */
const startMs = 60_000;

/** Starts a pool; its threads start with the first documents. */
export function createReaderPool(options: Partial<ReaderPoolOptions> = {}): ReaderPool {
  const settings = { ...defaults, ...options };
  const seats: Seat[] = Array.from({ length: Math.max(1, settings.threads) }, () => ({
    worker: undefined,
    ready: false,
    job: undefined,
    timer: undefined,
  }));
  const waiting: Job[] = [];
  let closed = false;

  function read(request: ReadRequest): Promise<ArticleReading> {
    if (closed) return Promise.resolve(rejectedReading('failed', 'the pool is closed'));
    return new Promise((done) => {
      waiting.push({ request, done });
      next();
    });
  }

  function next(): void {
    for (const seat of seats) {
      if (seat.job !== undefined) continue;
      const job = waiting.shift();
      if (job === undefined) return;
      run(seat, job);
    }
  }

  function run(seat: Seat, job: Job): void {
    seat.job = job;
    const worker = (seat.worker ??= start(seat));
    worker.ref();
    if (seat.ready) send(seat, worker, job);
    else seat.timer = setTimeout(() => fail(seat, 'failed', 'the thread did not start'), startMs);
  }

  /** The deadline counts from here: loading the thread is no fault of the document. */
  function send(seat: Seat, worker: Worker, job: Job): void {
    clearTimeout(seat.timer);
    seat.timer = setTimeout(() => fail(seat, 'deadline', `not read within ${settings.deadlineMs} ms`), settings.deadlineMs);
    worker.postMessage(job.request);
  }

  function start(seat: Seat): Worker {
    const worker = new Worker(settings.workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: settings.heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
    });
    worker.on('message', (reply: ReadReply | 'ready') => {
      if (reply !== 'ready') finish(seat, worker, reply);
      else if (seat.worker === worker) {
        seat.ready = true;
        if (seat.job !== undefined) send(seat, worker, seat.job);
      }
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (seat.worker === worker) fail(seat, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'failed', error.message);
    });
    worker.on('exit', () => {
      if (seat.worker === worker) fail(seat, 'failed', 'the thread ended');
    });
    return worker;
  }

  function finish(seat: Seat, worker: Worker, reply: ReadReply): void {
    if (seat.worker !== worker || seat.job === undefined) return;
    const { done } = seat.job;
    clearTimeout(seat.timer);
    seat.job = undefined;
    // An idle thread must not keep the process alive.
    worker.unref();
    if (reply.ok) {
      const { offsets } = reply;
      const last = offsets === undefined ? 0 : offsets.length - 1;
      done({ ...reply.reading, map: offsets === undefined ? undefined : (offset) => offsets[Math.min(Math.max(0, offset), last)] ?? 0 });
    } else done(rejectedReading('failed', reply.detail));
    next();
  }

  function fail(seat: Seat, code: RejectionCode, detail: string): void {
    const { worker, job } = seat;
    clearTimeout(seat.timer);
    seat.worker = undefined;
    seat.ready = false;
    seat.job = undefined;
    void worker?.terminate();
    job?.done(rejectedReading(code, detail));
    if (!closed) next();
  }

  return {
    readHtml: (html, meta = {}) => read({ kind: 'html', input: html, meta }),
    readFlat: (text, meta = {}) => read({ kind: 'flat', input: text, meta }),
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.done(rejectedReading('failed', 'the pool is closed'));
      const workers = seats.map((seat) => seat.worker);
      for (const seat of seats) fail(seat, 'failed', 'the pool is closed');
      await Promise.all(workers.map(async (worker) => worker?.terminate()));
    },
  };
}
