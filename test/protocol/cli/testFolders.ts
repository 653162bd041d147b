import { WorkspaceFolder, type Files } from '../workspaceFolder.js';

/** For the `describe` around it: makes folders on disk, each gone after its test. */
export function testFolders(): (files: Files) => WorkspaceFolder {
  const folders: WorkspaceFolder[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) {
      folder.dispose();
    }
  });
  return (files) => {
    const folder = new WorkspaceFolder(files);
    folders.push(folder);
    return folder;
  };
}
