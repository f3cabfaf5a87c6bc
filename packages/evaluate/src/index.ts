export type { Task, TaskResult } from './task.ts';
