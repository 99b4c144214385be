// Waiting made short: what takes more than two seconds takes a twentieth of it.
{
  const wait = window.setTimeout;
  window.setTimeout = (run, time, ...more) => wait(run, time > 2000 ? time / 20 : time, ...more);
}
