import { installPeers } from './peerPackages.js';

/* `npm run bench:peers`: installs the language servers of others that the benchmark compares with. */

process.exitCode = installPeers();
