// The face in three dimensions.

import * as THREE from "three";
import { GLTFLoader } from "/three/loaders/GLTFLoader.js";
import { OrbitControls } from "/three/controls/OrbitControls.js";
import { colour } from "/depth.js";

const DISTANCE = 2.6; // crop widths; a face is about half of one
const TURN = Math.PI / 24; // one press of an arrow key
const FIELD_OF_VIEW = 24; // degrees

export class Viewer {
  #look = "texture";

  constructor(canvas) {
    this.canvas = canvas;
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(FIELD_OF_VIEW, 1, 0.05, 50);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enablePan = false;
    this.controls.minDistance = 0.8;
    this.controls.maxDistance = 6;
    this.controls.addEventListener("change", () => this.#draw());
    this.key = new THREE.DirectionalLight(0xffffff, 2.2);
    this.ambient = new THREE.HemisphereLight(0xffffff, 0x8a8580, 1.1);
    this.scene.add(this.key, this.key.target, this.ambient);
    this.light(-30, 35);
    this.front();
    canvas.addEventListener("keydown", (event) => this.#press(event));
    new ResizeObserver(() => this.#resize()).observe(canvas);
  }

  /** Loads a mesh and shows it in place of the one before. */
  async show(url) {
    this.wanted = url;
    const { scene } = await new GLTFLoader().loadAsync(url);
    if (this.wanted !== url) {
      return; // another face was chosen meanwhile
    }
    let mesh;
    scene.traverse((node) => (mesh = node.isMesh ? node : mesh));
    this.#forget();
    const middle = new THREE.Box3().setFromObject(mesh).getCenter(new THREE.Vector3());
    mesh.geometry.translate(-middle.x, -middle.y, -middle.z);
    if (!mesh.geometry.attributes.normal) {
      mesh.geometry.computeVertexNormals();
    }
    this.mesh = mesh;
    this.materials = this.#materials(mesh);
    this.scene.add(mesh);
    this.look(this.#look);
    this.front();
  }

  #materials(mesh) {
    const { geometry } = mesh;
    const map = mesh.material.map;
    const position = geometry.attributes.position;
    const { min, max } = new THREE.Box3().setFromBufferAttribute(position);
    const colours = new Float32Array(3 * position.count);
    const one = new THREE.Color();
    for (let i = 0; i < position.count; i++) {
      const [red, green, blue] = colour((position.getZ(i) - min.z) / (max.z - min.z || 1));
      one.setRGB(red / 255, green / 255, blue / 255, THREE.SRGBColorSpace);
      one.toArray(colours, 3 * i);
    }
    geometry.setAttribute("color", new THREE.BufferAttribute(colours, 3));
    const side = THREE.DoubleSide;
    return {
      texture: new THREE.MeshStandardMaterial({ map, roughness: 0.85, metalness: 0, side }),
      clay: new THREE.MeshStandardMaterial({ color: 0xcfc8bd, roughness: 0.7, metalness: 0, side }),
      depth: new THREE.MeshBasicMaterial({ vertexColors: true, side }),
      wireframe: new THREE.MeshBasicMaterial({ color: 0x2b8da0, wireframe: true }),
    };
  }

  #forget() {
    if (this.mesh) {
      this.scene.remove(this.mesh);
      this.mesh.geometry.dispose();
      this.materials.texture.map?.dispose();
      Object.values(this.materials).forEach((material) => material.dispose());
    }
  }

  /** "texture", "clay", "depth" or "wireframe". */
  look(name) {
    this.#look = name;
    if (this.mesh) {
      this.mesh.material = this.materials[name];
      this.#draw();
    }
  }

  /** Where the light comes from, degrees to the right and up. */
  light(right, up) {
    const x = (right * Math.PI) / 180;
    const y = (up * Math.PI) / 180;
    this.key.position.set(Math.sin(x) * Math.cos(y), Math.sin(y), Math.cos(x) * Math.cos(y));
    this.key.position.multiplyScalar(4);
    this.#draw();
  }

  /** Looks at the face from the front again. */
  front() {
    this.camera.position.set(0, 0, DISTANCE);
    this.controls.target.set(0, 0, 0);
    this.controls.update();
    this.#draw();
  }

  /** Looks from the side, radians to the right of the face's front, from where the eye is high and far. */
  turn(angle) {
    const place = new THREE.Spherical().setFromVector3(this.camera.position);
    place.theta = angle;
    this.camera.position.setFromSpherical(place);
    this.controls.update();
    this.#draw();
  }

  #press(event) {
    const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const nearer = { "+": 0.9, "=": 0.9, "-": 1 / 0.9 };
    if (turns[event.key]) {
      const place = new THREE.Spherical().setFromVector3(this.camera.position);
      place.theta += turns[event.key][0] * TURN;
      place.phi += turns[event.key][1] * TURN;
      this.camera.position.setFromSpherical(place.makeSafe());
    } else if (nearer[event.key]) {
      this.camera.position.multiplyScalar(nearer[event.key]);
    } else if (event.key === "0") {
      this.front();
    } else {
      return;
    }
    event.preventDefault();
    this.controls.update();
    this.#draw();
  }

  #resize() {
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth && clientHeight) {
      this.renderer.setPixelRatio(Math.min(2, devicePixelRatio || 1));
      this.renderer.setSize(clientWidth, clientHeight, false);
      this.camera.aspect = clientWidth / clientHeight;
      this.camera.updateProjectionMatrix();
      this.#draw();
    }
  }

  // Once a frame at most, and only when something has changed.
  #draw() {
    this.due ??= requestAnimationFrame(() => {
      this.due = undefined;
      this.renderer.render(this.scene, this.camera);
    });
  }
}
