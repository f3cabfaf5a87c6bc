// Plain JavaScript on purpose: it must run on any Node so that it can say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 3)) {
  console.error(
    `Copydesk runs on Node 24, which pnpm installs with the project, but this script was started by Node ${process.versions.node}. ` +
      'Run `npx -y pnpm@12 install` and try again; the package "node" must be allowed to run its build script (allowBuilds in pnpm-workspace.yaml).',
  );
  process.exit(1);
}
