// Loaded into every Node child before its own code: the channel to the parent closes when the parent ends in any way.
const graceMs = 5000;

process.once('disconnect', () => {
  // An orderly end first; a child that hangs is ended all the same.
  setTimeout(() => process.exit(1), graceMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone must not keep a child alive that has nothing left to do.
process.channel?.unref();
